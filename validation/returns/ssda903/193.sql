/*
at          = ["oc2.intervention_received"]
name        = "no_misuse"
reads       = ["oc2.substance_misuse"]
of_the_year = true
sentence    = "help with substance misuse is answered, and the child had no such problem. Take the answers out, or correct the problem."
*/
select origin as row
from oc2
where coalesce(substance_misuse, 'N') = 'N'
    and coalesce(intervention_received, intervention_offered) is not null
