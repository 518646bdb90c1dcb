/*
at          = ["children.child"]
name        = "twice"
of_the_year = true
sentence    = "{child} is told of twice, as two children. Put what is told into one."
*/
select origin as row, child
from children
qualify count(*) over (partition by child) > 1 and child is not null
