/*
at          = ["oc2.health_assessment"]
name        = "not_all_year"
reads       = ["episodes.decom", "episodes.dec", "episodes.rec"]
of_the_year = true
sentence    = "health is recorded, yet the child was not looked after for all of the last 12 months. Take the answers out, or correct the episodes."
*/
select oc2.origin as row
from oc2
anti join all_year on all_year.child = oc2.child
where coalesce(
    convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse, intervention_received,
    intervention_offered
) is not null
