/*
at          = ["ad1.date_int"]
name        = "no_day"
of_the_year = true
sentence    = "{date_int} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, date_int
from ad1
where date_int is not null
    and date_int_day is null
