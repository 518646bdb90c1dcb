/*
at       = ["sw_episodes.sw_dec"]
name     = "short"
reads    = ["sw_episodes.sw_decom"]
since    = 2025-04-01
sentence = "the worker had the case from {sw_decom_day} to {sw_dec_day}, less than three days. Correct a date, or take the row out."
*/
select origin as row, sw_decom_day, sw_dec_day
from sw_episodes
where sw_dec_day < sw_decom_day + 3
