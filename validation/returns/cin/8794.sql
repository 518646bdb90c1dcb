/*
at       = ["children.disabilities"]
name     = "code_twice"
sentence = "a disability is told twice: {disabilities}. Take one away."
*/
select origin as row, disabilities
from children
where len(parts(disabilities)) > len(list_distinct(parts(disabilities)))
