/*
at          = ["pre_proceedings.start"]
name        = "no_start"
of_the_year = true
since       = 2026-04-01
sentence    = "no day is given on which pre-proceedings began. Where this is not yet recorded, leave it blank and say so."
*/
select min(origin) as row
from pre_proceedings
having count(*) > 0 and count(start) = 0
