/*
whole = "1 April"
loses = "Return home interviews are not in the return."
*/
select
    origin,
    child as child_id,
    missing as kind,
    mis_start as start_date,
    mis_end as end_date
from missing
