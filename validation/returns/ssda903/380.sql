/*
at       = ["episodes.place"]
name     = "starts_temporary"
reads    = ["episodes.rne"]
sentence = "{place} is temporary, and {rne} says that the child did not come to it from another placement. Give the placement that the child is away from, or correct the reason."
*/
select origin as row, place, coalesce(rne, 'a blank') as rne
from episodes
where temporary(place)
    and coalesce(rne not in ('P', 'B'), true)
