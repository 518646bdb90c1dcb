/*
at       = ["episodes.dec"]
name     = "open_at_18"
reads    = ["header.dob", "episodes.ls", "episodes.place"]
sentence = "it is blank, and the child was 18 on {birthday}: at 18 only accommodation under section 20(5) in a children's home (V2 in K2) goes on. Give the end of care, or correct the date of birth."
*/
select distinct episodes.origin as row, birthday(header.dob_day, 18) as birthday
from episodes
join header on header.child = episodes.child
where birthday(header.dob_day, 18) < month_end()
    and episodes.dec is null
    and not coalesce(episodes.ls = 'V2' and episodes.place = 'K2', false)
