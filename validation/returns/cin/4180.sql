/*
at       = ["children.sex"]
name     = "missing"
sentence = "sex is missing or none of M, F and U. Give one of them."
*/
select origin as row
from children
where coalesce(sex not in ('M', 'F', 'U'), true)
