/*
at          = ["children.upn"]
name        = "twice"
of_the_year = true
sentence    = "another child of the census has the same number. Find out whose it is."
*/
select origin as row
from children
qualify count(*) over (partition by upper(upn)) > 1 and upn is not null
