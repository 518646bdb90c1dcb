/*
at       = ["children.upn"]
name     = "last_character"
sentence = "its last character is a digit or one of the letters A to Z without I, O and S, and not here. Correct it."
*/
select origin as row
from children
where upn is not null and not regexp_full_match(substr(upper(upn), 13), '[0-9A-HJ-NP-RT-Z]')
