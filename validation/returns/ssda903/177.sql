/*
at          = ["ad1.ls_adoptr"]
name        = "code"
of_the_year = true
sentence    = "{ls_adoptr} is no code for the legal status of adopters. Give L0, L11, L12, L2, L3 or L4."
*/
select origin as row, ls_adoptr
from ad1
where ls_adoptr not in ('L0', 'L11', 'L12', 'L2', 'L3', 'L4')
