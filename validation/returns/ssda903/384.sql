/*
at       = ["episodes.place"]
name     = "long_term_short_break"
reads    = ["episodes.ls"]
sentence = "{place}, long-term fostering, cannot be part of a short break ({ls}). Correct one of the two."
*/
select origin as row, place, ls
from episodes
where short_break(ls)
    and place in ('U1', 'U4')
