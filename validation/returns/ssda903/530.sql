/*
at       = ["episodes.place_provider"]
name     = "private_with_parents"
reads    = ["episodes.place"]
sentence = "PR4, private provision, cannot be of a placement {place}, with parents. Correct one of the two."
*/
select origin as row, place
from episodes
where place_provider = 'PR4'
    and place = 'P1'
