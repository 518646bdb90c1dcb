/*
at          = ["ad1.sex_adoptr"]
name        = "not_mf_l3"
reads       = ["ad1.ls_adoptr"]
of_the_year = true
sentence    = "it is {sex_adoptr}, and L3 is of a man and a woman. Give MF, or correct the legal status."
*/
select origin as row, coalesce(sex_adoptr, 'blank') as sex_adoptr
from ad1
where ls_adoptr = 'L3'
    and sex_adoptr is distinct from 'MF'
