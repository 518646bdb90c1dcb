/*
at          = ["ad1.sex_adoptr"]
name        = "one_of_two"
reads       = ["ad1.nb_adoptr"]
of_the_year = true
sentence    = "it is {sex_adoptr}, a single adopter, and there are two. Give MM, FF or MF, or correct the number."
*/
select origin as row, coalesce(sex_adoptr, 'blank') as sex_adoptr
from ad1
where nb_adoptr = '2'
    and sex_adoptr in ('M1', 'F1')
