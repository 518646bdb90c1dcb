/*
at       = ["episodes.place_provider"]
name     = "not_wanted"
reads    = ["episodes.place"]
sentence = "it is {place_provider}, and a placement {place} has no provider. Take it out, or correct the placement."
*/
select origin as row, place_provider, place
from episodes
where place_provider is not null
    and not has_provider(place)
