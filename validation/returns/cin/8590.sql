/*
at          = ["children.child"]
name        = "without_a_case"
reads       = ["cin_details.child"]
of_the_year = true
sentence    = "{child} has no case in the census. Add the case, or take the child out."
*/
select children.origin as row, children.child
from children
left join cin_details on cin_details.child = children.child
where cin_details.child is null and children.child is not null
