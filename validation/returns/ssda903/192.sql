/*
at          = ["oc2.intervention_received"]
name        = "misuse_without_answer"
reads       = ["oc2.substance_misuse"]
of_the_year = true
sentence    = "it is blank, and the child had a problem of substance misuse. Say whether help was received."
*/
select origin as row
from oc2
where substance_misuse = 'Y'
    and intervention_received is null
