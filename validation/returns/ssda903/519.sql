/*
at          = ["ad1.sex_adoptr"]
name        = "civil_partner_alone"
reads       = ["ad1.ls_adoptr"]
of_the_year = true
sentence    = "it is {sex_adoptr}, and L2 is of a couple in a civil partnership. Give MM, FF or MF, or correct the legal status."
*/
select origin as row, coalesce(sex_adoptr, 'blank') as sex_adoptr
from ad1
where ls_adoptr = 'L2'
    and coalesce(sex_adoptr not in ('MM', 'FF', 'MF'), true)
