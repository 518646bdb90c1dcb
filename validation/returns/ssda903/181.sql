/*
at          = ["oc2.health_assessment"]
name        = "not_0_or_1"
of_the_year = true
sentence    = "{answers}: each question on health is answered 1 or 0. Correct it."
*/
select
    origin as row,
    array_to_string(
        list_filter(
            [
                convicted, health_check, immunisations, teeth_check, health_assessment, substance_misuse,
                intervention_received, intervention_offered
            ],
            lambda answer: answer not in ('Y', 'N')
        ),
        ', '
    ) as answers
from oc2
where answers <> ''
