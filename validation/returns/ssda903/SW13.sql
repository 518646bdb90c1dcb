/*
at       = ["sw_episodes.sw_reason"]
name     = "missing"
reads    = ["sw_episodes.sw_decom"]
sentence = "it is blank, and the worker took the case on {sw_decom_day}, since which a reason is asked. Give it."
*/
select origin as row, sw_decom_day
from sw_episodes
where sw_reason is null
    and sw_decom_day >= date '2023-04-01'
