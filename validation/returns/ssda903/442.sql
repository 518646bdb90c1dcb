/*
at          = ["header.upn"]
name        = "missing"
reads       = ["episodes.ls"]
of_the_year = true
sentence    = "it is blank, and is asked of every child who is looked after. Give the number, or UN1 to UN5 with the reason for none."
*/
select origin as row
from header
where upn is null
    and child in (select child from episodes where not short_break(ls))
