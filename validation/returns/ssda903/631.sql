/*
at          = ["prev_perm.prev_perm"]
name        = "code"
of_the_year = true
sentence    = "{written} is no code for what had been found for the child before. Give P1 to P4, or Z1 for none."
*/
select origin as row, coalesce(prev_perm_written, prev_perm) as written
from prev_perm
where written not in ('P1', 'P2', 'P3', 'P4', 'Z1')
