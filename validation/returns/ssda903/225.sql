/*
at       = ["episodes.reason_place_change"]
name     = "missing"
reads    = ["episodes.place", "episodes.rec", "episodes.rne"]
sentence = "it is blank, yet the child moved when the episode ended on {dec}. Record why."
*/
select origin as row, dec
from chain
where reason_place_change is null
    and rec = 'X1'
    and rne_after in ('P', 'B', 'T', 'U')
    and not temporary(place)
    and not temporary(place_after)
