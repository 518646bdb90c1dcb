/*
at       = ["missing.mis_start"]
name     = "missing_without_start"
reads    = ["missing.missing"]
sentence = "it is blank, and {missing} says that the child was missing or away. Give the day."
*/
select origin as row, missing
from missing
where upper(missing) in ('M', 'A')
    and mis_start is null
