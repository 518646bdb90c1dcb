/*
at          = ["ad1.date_match", "episodes.decom"]
name        = "matched_after_placement"
reads       = ["ad1.date_match", "episodes.decom", "episodes.rec"]
of_the_year = true
sentence    = "the child was matched with adopters on {date_match_day}, and had been placed for adoption on {decom_day}. Correct one of the two."
*/
select unnest([ad1.origin, episodes.origin]) as row, ad1.date_match_day, episodes.decom_day
from ad1
join episodes on episodes.child = ad1.child
where episodes.rec in ('E11', 'E12')
    and ad1.date_match_day > episodes.decom_day
