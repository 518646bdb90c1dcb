/*
at          = ["sw_episodes.sw_dec"]
name        = "none_open"
reads       = ["sw_episodes.sw_decom"]
of_the_year = true
since       = 2025-04-01
sentence    = "the last worker's time ended on {sw_dec}, and nobody has the case after it. Add who has, or correct the date."
*/
select origin as row, sw_dec
from workers
where after is null
    and sw_dec is not null
