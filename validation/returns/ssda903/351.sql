/*
at          = ["header.dob"]
name        = "over_25"
of_the_year = true
sentence    = "it is {dob_day}: the young person was over 25 when the collection year began on {year_begins}. Correct it, or take the row out."
*/
select origin as row, dob_day, year_begins() as year_begins
from header
where birthday(dob_day, 25) < year_begins()
