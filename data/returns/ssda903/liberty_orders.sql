/*
whole = "1 April"
*/
select
    origin,
    child as child_id,
    dolo_start as start_date,
    dolo_end as end_date
from dolo
