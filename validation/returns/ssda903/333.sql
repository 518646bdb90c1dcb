/*
at          = ["ad1.date_int"]
name        = "after_matching"
reads       = ["ad1.date_match"]
of_the_year = true
sentence    = "it is {date_int}, and the child was matched on {date_match_day}: the decision comes first. Correct one of the two."
*/
select origin as row, coalesce(date_int, 'blank') as date_int, date_match_day
from ad1
where date_match_day is not null
    and coalesce(date_int_day > date_match_day, true)
