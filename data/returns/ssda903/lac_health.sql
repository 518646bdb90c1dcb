/*
whole = "1 April"
loses = "The return says whether each check was done and a conviction given in the year, and not on which day."

[held_in]
kind = ["up_to_date"]

[held_in.up_to_date]
RHA = ["oc2.health_assessment"]
DENTAL = ["oc2.teeth_check"]
IMM = ["oc2.immunisations"]
DEV = ["oc2.health_check"]
SUBSTANCE = ["oc2.substance_misuse"]
CONVICTED = ["oc2.convicted"]
SDQ = ["oc2.sdq_score", "oc2.sdq_reason"]
*/
with answers as (
    select origin, child, 'RHA' as kind, health_assessment as answer from oc2
    union all
    select origin, child, 'DENTAL', teeth_check from oc2
    union all
    select origin, child, 'IMM', immunisations from oc2
    union all
    select origin, child, 'DEV', health_check from oc2
    union all
    select origin, child, 'SUBSTANCE', substance_misuse from oc2
    union all
    select origin, child, 'CONVICTED', convicted from oc2
    union all
    select origin, child, 'SDQ', case when sdq_score is not null then '1' when sdq_reason is not null then '0' end from oc2
)
select
    answers.origin,
    answers.child || '-' || answers.kind || '-' || year(month_end()) as event_id,
    answers.child as child_id,
    answers.kind as kind,
    answers.answer as up_to_date,
    case when answers.kind = 'SDQ' then oc2.sdq_score end as score,
    case when answers.kind = 'SDQ' then oc2.sdq_reason end as reason,
    case when answers.kind = 'SUBSTANCE' then oc2.intervention_received end as intervention_received,
    case when answers.kind = 'SUBSTANCE' then oc2.intervention_offered end as intervention_offered
from answers
join oc2 on oc2.origin = answers.origin
where answers.answer is not null
