/*
at       = ["sw_episodes.sw_dec"]
name     = "not_ended"
reads    = ["sw_episodes.sw_decom"]
sentence = "it is blank, and another worker took the case after this one. Give the day when this one's time ended."
*/
select origin as row
from workers
where sw_dec is null
    and after is not null
