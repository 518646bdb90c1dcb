/*
at       = ["placed_adoption.date_placed"]
name     = "before_birth"
reads    = ["header.dob"]
sentence = "it is {date_placed_day}, before the child was born on {dob_day}. Correct one of the two."
*/
select distinct placed_adoption.origin as row, placed_adoption.date_placed_day, header.dob_day
from placed_adoption
join header on header.child = placed_adoption.child
where placed_adoption.date_placed_day < header.dob_day
