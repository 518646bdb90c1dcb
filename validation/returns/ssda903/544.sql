/*
at          = ["oc2.convicted"]
name        = "health_not_answered"
reads       = ["oc2.teeth_check"]
of_the_year = true
sentence    = "a conviction is recorded, yet immunisations, teeth, health assessment or substance misuse are not answered. Answer 1 or 0."
*/
select origin as row
from oc2
where convicted = 'Y'
    and (immunisations is null or teeth_check is null or health_assessment is null or substance_misuse is null)
