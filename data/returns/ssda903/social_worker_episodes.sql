/*
whole = "1 April"
*/
select
    origin,
    child as child_id,
    sw_id as worker_id,
    sw_decom as start_date,
    sw_dec as end_date,
    sw_reason as change_reason
from sw_episodes
