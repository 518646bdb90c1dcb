/*
at       = ["episodes.ls"]
name     = "accommodated_with_parents"
reads    = ["episodes.place"]
sentence = "V2, a single period of accommodation under section 20, cannot be of a child placed with parents (P1). Correct one of the two."
*/
select origin as row
from episodes
where place = 'P1'
    and ls = 'V2'
