/*
at       = ["episodes.ls"]
name     = "both_short_breaks"
sentence = "{ls}, and the same child has short breaks both as V3 and as V4. Give them one legal status."
*/
select origin as row, ls
from episodes
where ls in ('V3', 'V4')
qualify count(distinct ls) over (partition by child) > 1
