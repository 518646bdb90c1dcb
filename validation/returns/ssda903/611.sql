/*
at       = ["header.mc_dob"]
name     = "missing"
reads    = ["header.mother"]
sentence = "it is blank, and the young person is a mother. Give the child's date of birth."
*/
select origin as row
from header
where mother = 'Y'
    and mc_dob is null
