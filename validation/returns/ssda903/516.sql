/*
at       = ["episodes.rec"]
name     = "guardians_not_fostering"
reads    = ["episodes.place"]
sentence = "{rec} is an order to a former foster carer, yet the last placement is {place}, not fostering (U1 to U6). Correct one of the two."
*/
select origin as row, rec, coalesce(place, 'blank') as place
from episodes
where rec in ('E45', 'E46')
    and coalesce(place not in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
