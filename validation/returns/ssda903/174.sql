/*
at       = ["header.mc_dob"]
name     = "mother_is_male"
reads    = ["header.sex"]
sentence = "it is {mc_dob}, a birth to the young person, whose sex is M. Correct one of the two."
*/
select origin as row, mc_dob
from header
where sex = 'M'
    and mc_dob is not null
