/*
at       = ["episodes.place_provider"]
name     = "voluntary_with_parents"
reads    = ["episodes.place"]
sentence = "PR5, voluntary provision, cannot be of a placement {place}, with parents. Correct one of the two."
*/
select origin as row, place
from episodes
where place_provider = 'PR5'
    and place = 'P1'
