/*
at       = ["missing.mis_start"]
name     = "not_after_birth"
reads    = ["missing.dob"]
sentence = "it is {mis_start_day}, not after the date of birth, {dob_day}. Correct one of the two."
*/
select origin as row, mis_start_day, dob_day
from missing
where mis_start_day <= dob_day
