/*
at       = ["episodes.place_provider"]
name     = "parents_elsewhere"
reads    = ["episodes.place"]
sentence = "PR0, parents, cannot be the provider of a placement {place}. Only P1 is with parents: correct one of the two."
*/
select origin as row, coalesce(place, 'not given') as place
from episodes
where place_provider = 'PR0'
    and place is distinct from 'P1'
