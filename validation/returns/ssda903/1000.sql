/*
at          = ["oc3.child"]
name        = "died_in_care"
reads       = ["episodes.rec"]
of_the_year = true
sentence    = "{child} died in care, by the episodes. Take the row out, or correct why the episode ended."
*/
select oc3.origin as row, oc3.child
from oc3
semi join episodes
    on episodes.child = oc3.child
    and upper(episodes.rec) = 'E2'
