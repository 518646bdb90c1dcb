/*
whole = "month end"
loses = "Only the latest review conference of each plan is in the list."
*/
select
    origin,
    named_after(child, start) || '-' || review as review_id,
    named_after(child, start) as plan_id,
    child as child_id,
    review as held_date,
    team as team
from list_7
where review is not null
