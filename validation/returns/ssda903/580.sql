/*
at       = ["episodes.rec"]
name     = "missing_at_18"
reads    = ["missing.mis_end", "missing.dob"]
sentence = "the child was missing until the 18th birthday, {dec_day}, and care ended that day as {rec}. Give E8, or correct a date."
*/
select distinct episodes.origin as row, episodes.dec_day, coalesce(episodes.rec, 'no reason') as rec
from episodes
join missing on missing.child = episodes.child
where episodes.dec_day = birthday(missing.dob_day, 18)
    and missing.mis_end_day = episodes.dec_day
    and episodes.rec is distinct from 'E8'
