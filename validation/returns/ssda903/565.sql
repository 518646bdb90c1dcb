/*
at       = ["missing.missing"]
name     = "start_without_kind"
reads    = ["missing.mis_start"]
sentence = "it is blank, and the child went missing or away on {mis_start}. Give M or A."
*/
select origin as row, mis_start
from missing
where missing is null
    and mis_start is not null
