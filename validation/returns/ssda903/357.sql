/*
at          = ["episodes.rne"]
name        = "first_not_started"
of_the_year = true
sentence    = "the child's first episode began in the year, on {decom_day}, and {rne} says that it is not the first. Give S, or add the episode before it."
*/
select origin as row, decom_day, coalesce(rne, 'a blank') as rne
from chain
where before is null
    and decom_day >= year_begins()
    and rne is distinct from 'S'
