/*
at       = ["episodes.pl_location"]
name     = "missing"
reads    = ["episodes.ls"]
sentence = "it is blank. Give IN or OUT, for a placement in this authority or outside it."
*/
select origin as row
from episodes
where pl_location is null
    and not short_break(ls)
