/*
at       = ["children.child"]
name     = "missing"
sentence = "the child's identifier is missing. Give it: without it nothing of the child can be joined."
*/
select origin as row
from children
where child is null
