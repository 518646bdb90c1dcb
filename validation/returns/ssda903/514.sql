/*
at          = ["ad1.sex_adoptr"]
name        = "couple_as_single"
reads       = ["ad1.ls_adoptr"]
of_the_year = true
sentence    = "it is {sex_adoptr}, and L0 says that the adopter is single. Give M1 or F1, or correct the legal status."
*/
select origin as row, coalesce(sex_adoptr, 'blank') as sex_adoptr
from ad1
where ls_adoptr = 'L0'
    and coalesce(sex_adoptr not in ('M1', 'F1'), true)
