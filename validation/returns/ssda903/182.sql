/*
at          = ["oc2.health_assessment"]
name        = "partly_answered"
reads       = ["oc2.teeth_check"]
of_the_year = true
sentence    = "some questions on health are answered, and immunisations, teeth, health assessment or substance misuse are not. Answer all of them, or none."
*/
select origin as row
from oc2
where (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
    and coalesce(convicted, health_check, intervention_received, intervention_offered) is not null
