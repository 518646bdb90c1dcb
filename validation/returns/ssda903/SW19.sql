/*
at       = ["sw_episodes.sw_decom"]
name     = "same_day"
since    = 2025-04-01
sentence = "two workers took the case on {sw_decom}. Correct the day of one."
*/
select origin as row, sw_decom
from sw_episodes
qualify row_number() over (partition by child, sw_decom order by origin) > 1
