/*
at          = ["dolo.dolo_end"]
name        = "outside_the_year"
of_the_year = true
sentence    = "the order ended on {dolo_end}, outside the year of the return. Correct the day, or take the order out."
*/
select origin as row, dolo_end
from dolo
where dolo_end_day > year_ends() or dolo_end_day < year_begins()
