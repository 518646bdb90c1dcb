/*
at          = ["ad1.date_match"]
name        = "no_day"
of_the_year = true
sentence    = "{date_match} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, date_match
from ad1
where date_match is not null
    and date_match_day is null
