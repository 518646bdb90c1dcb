/*
at       = ["header.upn"]
name     = "repeated"
since    = 2025-04-01
sentence = "{upn} is the number of {children} children. Correct the one that is wrong."
*/
select origin as row, upn, count(*) over (partition by upn) as children
from header
where upn not in ('UN1', 'UN2', 'UN3', 'UN4', 'UN5')
qualify count(*) over (partition by upn) > 1
