/*
at          = ["header.mother"]
name        = "not_said"
reads       = ["header.sex", "episodes.ls"]
of_the_year = true
sentence    = "it is blank, and is asked of every girl who is looked after. Give 1 or 0."
*/
select origin as row
from header
where sex = 'F'
    and mother is null
    and child in (select child from episodes where not short_break(ls))
