/*
at          = ["placed_adoption.date_placed_ceased"]
name        = "no_day"
of_the_year = true
sentence    = "{date_placed_ceased} is no day. Write it as dd/mm/yyyy."
*/
select origin as row, date_placed_ceased
from placed_adoption
where date_placed_ceased is not null
    and date_placed_ceased_day is null
