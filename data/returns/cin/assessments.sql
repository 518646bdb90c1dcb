/*
whole = "1 April"
needs = ["assessments"]
loses = "Whether the child was seen, and whether support was found to be wanted, is not in the census; nor are teams and workers."
*/
select
    origin,
    named_after(child, start) || again(row_number() over (partition by child, start order by authorised_day nulls last, origin)) as assessment_id,
    named_after(child, referral) as referral_id,
    child as child_id,
    start as start_date,
    authorised as authorised_date,
    factors as factors
from assessments
order by origin
