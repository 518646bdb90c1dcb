/*
at       = ["episodes.place_provider"]
name     = "other_public_elsewhere"
reads    = ["episodes.place"]
sentence = "PR3, other public provision, cannot be of a placement {place}. Correct one of the two."
*/
select origin as row, place
from episodes
where place_provider = 'PR3'
    and place in ('A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'P1', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6')
