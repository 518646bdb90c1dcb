/*
at          = ["oc3.child", "oc2.child"]
name        = "health_of_a_care_leaver"
reads       = ["oc3.in_touch", "oc2.teeth_check"]
of_the_year = true
sentence    = "{child} is in both OC2 and OC3: who was looked after all year is no care leaver. Take the row out of one."
*/
select unnest([oc3.origin, oc2.origin]) as row, oc3.child
from oc3
join oc2 on oc2.child = oc3.child
where coalesce(oc3.in_touch, oc3.activ, oc3.accom) is not null
    and coalesce(
        convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse, intervention_received,
        intervention_offered
    ) is not null
