/*
at       = ["episodes.place_provider"]
name     = "other_authority_elsewhere"
reads    = ["episodes.place"]
sentence = "PR2, another authority's provision, cannot be of a placement {place}. Correct one of the two."
*/
select origin as row, place
from episodes
where place_provider = 'PR2'
    and place in ('P1', 'R2', 'R5')
