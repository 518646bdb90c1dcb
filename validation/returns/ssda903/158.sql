/*
at          = ["oc2.intervention_offered"]
name        = "received"
reads       = ["oc2.intervention_received"]
of_the_year = true
sentence    = "it is {intervention_offered}, and the child received the help: whether it was offered is asked of those who did not. Take it out."
*/
select origin as row, intervention_offered
from oc2
where intervention_received = 'Y'
    and intervention_offered is not null
