/*
at          = ["oc3.in_touch"]
name        = "other_authority"
reads       = ["episodes.decom", "episodes.rec"]
of_the_year = true
sentence    = "the child's care went to another authority (E3), which tells of the care leaver. Take the row out, or correct why the episode ended."
*/
select oc3.origin as row
from oc3
join chain on chain.child = oc3.child
where chain.decom_after is null
    and chain.rec = 'E3'
    and coalesce(oc3.in_touch, oc3.activ, oc3.accom) is not null
