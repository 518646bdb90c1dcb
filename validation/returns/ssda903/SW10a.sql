/*
at       = ["sw_episodes.sw_decom"]
name     = "gap"
reads    = ["sw_episodes.sw_dec", "sw_episodes.sw_reason"]
since    = 2025-04-01
sentence = "it is {sw_decom_day}, more than 7 days from the end of the worker's before, {end_before}. Correct a date, or give FCONTA where contact was the first."
*/
select origin as row, sw_decom_day, coalesce(strftime(end_before, '%d/%m/%Y'), 'which is not given') as end_before
from workers
where before is not null
    and sw_reason is distinct from 'FCONTA'
    and coalesce(sw_decom_day not between end_before - 7 and end_before + 7, true)
