/*
at          = ["oc2.intervention_offered"]
name        = "not_received"
reads       = ["oc2.intervention_received", "oc2.substance_misuse"]
of_the_year = true
sentence    = "it is blank, and the child had a problem of substance misuse and received no help. Say whether it was offered."
*/
select origin as row
from oc2
where substance_misuse = 'Y'
    and intervention_received = 'N'
    and intervention_offered is null
