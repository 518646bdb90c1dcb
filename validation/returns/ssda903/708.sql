/*
at       = ["dolo.dolo_start"]
name     = "not_after_birth"
severity = "block"
reads    = ["dolo.dob"]
sentence = "the order began on {dolo_start}, not after {dob}, when the child was born. Correct one of the two."
*/
select origin as row, dolo_start, dob
from dolo
where dolo_start_day <= dob_day
