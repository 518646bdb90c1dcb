/*
at       = ["header.mc_dob"]
name     = "before_the_mother"
reads    = ["header.dob"]
sentence = "it is {mc_dob_day}, not after the mother's own date of birth, {dob_day}. Correct one of the two."
*/
select origin as row, mc_dob_day, dob_day
from header
where mc_dob_day <= dob_day
