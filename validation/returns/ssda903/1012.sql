/*
at          = ["missing.child", "reviews.child", "ad1.child", "placed_adoption.child", "prev_perm.child", "oc2.child"]
name        = "no_episode"
reads       = ["episodes.child"]
of_the_year = true
sentence    = "{child} has no episode, so nothing else can be told of the child's care. Add the episodes, or take the row out."
*/
select row, child
from (
    select origin as row, child from missing
    union all
    select origin, child from reviews
    union all
    select origin, child from ad1
    union all
    select origin, child from placed_adoption
    union all
    select origin, child from prev_perm
    union all
    select origin, child from oc2
)
anti join episodes using (child)
where child is not null
