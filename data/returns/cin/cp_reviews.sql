/*
whole = "1 April"
needs = ["reviews"]
loses = "When a review was due, and who took part in it, is not in the census."
*/
select
    origin,
    named_after(child, plan_start) || '-' || held || again(row_number() over (partition by child, plan_start, held order by origin)) as review_id,
    named_after(child, plan_start) as plan_id,
    child as child_id,
    held as held_date
from reviews
order by origin
