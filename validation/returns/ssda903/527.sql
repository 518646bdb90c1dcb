/*
at       = ["episodes.place_provider"]
name     = "own_provision_elsewhere"
reads    = ["episodes.place"]
sentence = "PR1, own provision, cannot be of a placement {place}. Correct one of the two."
*/
select origin as row, place
from episodes
where place_provider = 'PR1'
    and place in ('P1', 'R2', 'R5')
