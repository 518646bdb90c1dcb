/*
at          = ["children.death"]
name        = "outside_the_year"
of_the_year = true
sentence    = "it is {death_day}, outside the year of the census. Check it, or say why it is told now."
*/
select origin as row, death_day
from children
where not in_year(death_day)
