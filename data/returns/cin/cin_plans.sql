/*
whole = "1 April"
needs = ["cin_plan_dates"]
loses = "Visits and reviews of these plans are not in the census; nor are teams and workers."
*/
select
    origin,
    named_after(child, start) || again(row_number() over (partition by child, start order by end_day nulls last, origin)) as plan_id,
    named_after(child, referral) as referral_id,
    child as child_id,
    start as start_date,
    "end" as end_date
from cin_plan_dates
order by origin
