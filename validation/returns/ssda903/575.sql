/*
at       = ["missing.mis_end"]
name     = "placement_ended"
reads    = ["episodes.decom", "episodes.dec", "missing.mis_start"]
sentence = "it is blank, and the placement that the child was missing from ended on {dec_day}. Give the day when the child came back or care ended."
*/
select distinct missing.origin as row, episodes.dec_day
from missing
join episodes on episodes.child = missing.child
where missing.mis_end is null
    and missing.mis_start_day between episodes.decom_day and episodes.dec_day
