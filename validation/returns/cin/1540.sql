/*
at       = ["children.upn"]
name     = "digits"
sentence = "characters 5 to 12 are digits in every number, and not here. Correct it."
*/
select origin as row
from children
where upn is not null and not regexp_full_match(substr(upn, 5, 8), '[0-9]{8}')
