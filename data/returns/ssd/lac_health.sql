/*
whole = "72 months"
may_be_blank = ["kind"]
loses = "When a check was asked for is not in the dataset; of immunisations only the latest answer is; of a conviction the day is that of the offence."

[held_in]
event_id = [
    "cla_health.clah_health_check_id",
    "cla_immunisations.clai_person_id",
    "sdq_scores.csdq_table_id",
    "cla_substance_misuse.clas_substance_misuse_id",
    "cla_convictions.clac_cla_conviction_id",
]
child_id = [
    "cla_health.clah_person_id",
    "cla_immunisations.clai_person_id",
    "sdq_scores.csdq_person_id",
    "cla_substance_misuse.clas_person_id",
    "cla_convictions.clac_person_id",
]
kind = ["done_date"]
score = ["sdq_scores.csdq_sdq_score"]
reason = ["sdq_scores.csdq_sdq_reason"]
intervention_received = ["cla_substance_misuse.clas_intervention_received"]

[held_in.done_date]
IHA = ["cla_health.clah_health_check_date"]
RHA = ["cla_health.clah_health_check_date"]
DENTAL = ["cla_health.clah_health_check_date"]
DEV = ["cla_health.clah_health_check_date"]
IMM = ["cla_immunisations.clai_immunisations_status_date"]
SDQ = ["sdq_scores.csdq_sdq_completed_date"]
SUBSTANCE = ["cla_substance_misuse.clas_substance_misuse_date"]
CONVICTED = ["cla_convictions.clac_cla_conviction_date"]
*/
with checks as (
    select
        *,
        case
            when regexp_matches(clah_health_check_type, 'dent|teeth', 'i') then 'DENTAL'
            when regexp_matches(clah_health_check_type, 'initial|^IHA', 'i') then 'IHA'
            when regexp_matches(clah_health_check_type, 'development|surveillance|^health check', 'i') then 'DEV'
            when regexp_matches(clah_health_check_type, 'health assessment|medical|review|^RHA', 'i') then 'RHA'
            when regexp_matches(clah_health_check_type, 'immuni', 'i') then 'IMM'
        end as check_kind
    from cla_health
    where not regexp_matches(coalesce(clah_health_check_status, ''), 'cancel|refus|not attend|declin|request|due', 'i')
),
events as (
    select
        origin,
        'H' || clah_health_check_id as event,
        clah_person_id as child,
        check_kind as kind,
        clah_health_check_date as day,
        null as csdq_sdq_score,
        null as csdq_sdq_reason,
        null as clas_intervention_received
    from checks
    where check_kind is not null and clah_health_check_date is not null
    union all
    select origin, 'I' || clai_person_id, clai_person_id, 'IMM', clai_immunisations_status_date, null, null, null
    from cla_immunisations
    where clai_immunisations_status = 'Y' and clai_immunisations_status_date is not null
    union all
    select
        origin,
        'Q' || csdq_table_id,
        csdq_person_id,
        'SDQ',
        csdq_sdq_completed_date,
        csdq_sdq_score,
        given(csdq_sdq_reason),
        null
    from sdq_scores
    union all
    select origin, 'M' || clas_substance_misuse_id, clas_person_id, 'SUBSTANCE', clas_substance_misuse_date, null, null, clas_intervention_received
    from cla_substance_misuse
    union all
    select origin, 'C' || clac_cla_conviction_id, clac_person_id, 'CONVICTED', clac_cla_conviction_date, null, null, null
    from cla_convictions
)
select
    origin,
    event as event_id,
    child as child_id,
    kind as kind,
    day as done_date,
    csdq_sdq_score as score,
    csdq_sdq_reason as reason,
    clas_intervention_received as intervention_received
from events
where day is not null
