/*
whole = "1 April"
loses = "The day by which each review was due is not in the return."
*/
select
    origin,
    child as child_id,
    review as review_date,
    review_code as participation
from reviews
