/*
at       = ["episodes.ls"]
name     = "no_placement_order"
reads    = ["episodes.place"]
sentence = "it is {ls}, and {place} is placement for adoption under a placement order (E1). Correct one of the two."
*/
select origin as row, coalesce(ls, 'blank') as ls, place
from episodes
where place in ('A5', 'A6')
    and ls is distinct from 'E1'
