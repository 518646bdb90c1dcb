/*
at          = ["episodes.dec"]
name        = "matched_that_day"
reads       = ["ad1.date_match", "episodes.rec"]
of_the_year = true
sentence    = "the child was adopted on {dec}, the day on which the adopters were matched. Correct one of the two."
*/
select distinct episodes.origin as row, episodes.dec
from episodes
join ad1 on ad1.child = episodes.child
where episodes.rec in ('E11', 'E12')
    and ad1.date_match = episodes.dec
