/*
at       = ["episodes.place"]
name     = "temporary_short_break"
reads    = ["episodes.ls"]
sentence = "{place}, a temporary placement, cannot be part of a short break ({ls}). Correct one of the two."
*/
select origin as row, place, ls
from episodes
where short_break(ls)
    and temporary(place)
