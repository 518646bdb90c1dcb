/*
at       = ["episodes.rec"]
name     = "not_placed"
reads    = ["episodes.place"]
sentence = "{rec}, adopted, yet the last placement is {place}, not for adoption (A3 to A6). Correct one of the two."
*/
select origin as row, rec, coalesce(place, 'blank') as place
from episodes
where rec in ('E11', 'E12')
    and not for_adoption(place)
