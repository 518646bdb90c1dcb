/*
at       = ["episodes.place"]
name     = "not_fostered_before"
sentence = "{place}, placed for adoption with consent, yet the placement before was {place_before}, not fostering. Correct one of the two."
*/
select origin as row, place, coalesce(place_before, 'blank') as place_before
from chain
where place in ('A3', 'A4')
    and before is not null
    and coalesce(place_before not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
