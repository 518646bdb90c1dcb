/*
at       = ["episodes.place"]
name     = "ends_temporary"
reads    = ["episodes.rec"]
sentence = "{place} is temporary, and care ended in it ({rec}). Give the placement that the child was away from."
*/
select origin as row, place, rec
from episodes
where temporary(place)
    and rec <> 'X1'
