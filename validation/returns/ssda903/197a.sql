/*
at          = ["oc2.sdq_reason"]
name        = "score_and_reason"
reads       = ["oc2.sdq_score"]
of_the_year = true
sentence    = "it is {sdq_reason}, a reason for no score, and the score is {sdq_score}. Take one of them out."
*/
select origin as row, sdq_reason, sdq_score
from oc2
where sdq_score is not null
    and sdq_reason is not null
