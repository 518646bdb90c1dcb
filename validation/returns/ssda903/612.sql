/*
at       = ["header.mother"]
name     = "birth_and_no_mother"
reads    = ["header.mc_dob", "header.sex"]
sentence = "it is {mother}, yet her child was born on {mc_dob}. Correct one of the two."
*/
select origin as row, coalesce(mother, 'blank') as mother, mc_dob
from header
where coalesce(mother, 'N') = 'N'
    and sex = 'F'
    and mc_dob is not null
