/*
at          = ["dolo.dolo_start"]
name        = "after_the_year"
of_the_year = true
sentence    = "the order began on {dolo_start}, after the year of the return. Correct the day, or leave the order to the next return."
*/
select origin as row, dolo_start
from dolo
where dolo_start_day > year_ends()
