/*
at       = ["sw_episodes.sw_dec"]
name     = "no_day"
sentence = "{sw_dec} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, sw_dec
from sw_episodes
where sw_dec is not null
    and sw_dec_day is null
