/*
at       = ["sw_episodes.sw_dec"]
name     = "not_after_start"
reads    = ["sw_episodes.sw_decom"]
since    = 2025-04-01
sentence = "it is {sw_dec_day}, not after {sw_decom_day}, when the worker took the case. Correct one of the two."
*/
select origin as row, sw_dec_day, sw_decom_day
from sw_episodes
where sw_dec_day <= sw_decom_day
