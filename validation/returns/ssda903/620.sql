/*
at          = ["header.mother"]
name        = "under_11"
reads       = ["header.dob"]
of_the_year = true
sentence    = "it says a mother, yet born on {dob_day} she was under 11 when the year began. Correct one of the two."
*/
select origin as row, dob_day
from header
where mother = 'Y'
    and birthday(dob_day, 11) > year_begins()
