/*
at       = ["children.ethnicity"]
name     = "missing"
sentence = "ethnicity is missing. Give a code; NOBT says that it was not yet obtained."
*/
select origin as row
from children
where ethnicity is null and birth is not null
