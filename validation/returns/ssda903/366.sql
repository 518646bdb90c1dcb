/*
at       = ["episodes.rne"]
name     = "moved_in_short_break"
reads    = ["episodes.ls"]
sentence = "{rne}, yet a child does not move in the course of a short break (V3): each begins with S. Correct the reason, or the legal status."
*/
select origin as row, coalesce(rne, 'blank') as rne
from episodes
where ls = 'V3'
    and rne is distinct from 'S'
