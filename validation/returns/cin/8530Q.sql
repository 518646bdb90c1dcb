/*
at          = ["children.expected"]
name        = "unlikely"
of_the_year = true
sentence    = "it is {expected_day}. Of a child unborn at the end of the year a day from {first} to {last} is expected. Check it, or say why."
*/
select origin as row, expected_day, (year_ends() - 30)::date as first, (year_ends() + to_months(9))::date as last
from children
where expected_day not between (year_ends() - 30)::date and (year_ends() + to_months(9))::date
