/*
at          = ["ad1.sex_adoptr"]
name        = "not_same_sex_l4"
reads       = ["ad1.ls_adoptr"]
of_the_year = true
sentence    = "it is {sex_adoptr}, and L4 is of two men or two women. Give MM or FF, or correct the legal status."
*/
select origin as row, coalesce(sex_adoptr, 'blank') as sex_adoptr
from ad1
where ls_adoptr = 'L4'
    and coalesce(sex_adoptr not in ('MM', 'FF'), true)
