/*
at          = ["ad1.sex_adoptr"]
name        = "code"
of_the_year = true
sentence    = "{sex_adoptr} is no code for the sex of adopters. Give MM, FF, MF, M1 or F1."
*/
select origin as row, sex_adoptr
from ad1
where sex_adoptr not in ('MM', 'FF', 'MF', 'M1', 'F1')
