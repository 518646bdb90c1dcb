/*
at       = ["missing.missing"]
name     = "end_without_kind"
reads    = ["missing.mis_end"]
sentence = "it is blank, and the child came back on {mis_end}. Give M or A."
*/
select origin as row, mis_end
from missing
where missing is null
    and mis_end is not null
