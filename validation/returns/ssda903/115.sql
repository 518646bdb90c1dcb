/*
at          = ["placed_adoption.date_placed"]
name        = "no_day"
of_the_year = true
sentence    = "{date_placed} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, date_placed
from placed_adoption
where date_placed is not null
    and date_placed_day is null
