/*
at       = ["episodes.pl_la"]
name     = "missing"
reads    = ["episodes.ls"]
sentence = "it is blank, and distance and area are counted by it. Give the authority in which the placement is, or a code for where it is outside England."
*/
select origin as row
from episodes
where pl_la is null
    and not short_break(ls)
