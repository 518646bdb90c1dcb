/*
at          = ["children.birth"]
name        = "after_the_year"
of_the_year = true
sentence    = "it is {birth_day}, after the year of the census ends on {year_ends}. Correct it, or give it as the expected day."
*/
select origin as row, birth_day, year_ends() as year_ends
from children
where birth_day > year_ends()
