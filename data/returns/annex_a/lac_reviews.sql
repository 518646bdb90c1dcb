/*
whole = "month end"
loses = "Only each child's latest review is in the list, without how the child took part."
*/
select
    origin,
    child as child_id,
    review as review_date,
    team as team
from list_8
where review is not null
