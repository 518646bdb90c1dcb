/*
at       = ["episodes.place_provider"]
name     = "missing"
reads    = ["episodes.place"]
sentence = "it is blank, and a placement {place} has a provider. Record it."
*/
select origin as row, coalesce(place, 'not given') as place
from episodes
where place_provider is null
    and has_provider(place)
