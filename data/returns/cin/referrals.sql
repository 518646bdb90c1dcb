/*
whole = "1 April"
needs = ["cin_details"]
loses = "When the child was last seen, teams and workers are not in the census."
*/
select
    origin,
    named_after(child, referral) || again(row_number() over (partition by child, referral order by try_cast(case_number as integer), origin)) as referral_id,
    child as child_id,
    referral as referral_date,
    source as source,
    nfa as no_further_action,
    need as primary_need,
    closure as close_date,
    reason as close_reason
from cin_details
order by origin
