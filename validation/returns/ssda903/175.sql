/*
at          = ["ad1.nb_adoptr"]
name        = "code"
of_the_year = true
sentence    = "{nb_adoptr} is no number of adopters. Give 1 or 2."
*/
select origin as row, nb_adoptr
from ad1
where nb_adoptr not in ('1', '2')
