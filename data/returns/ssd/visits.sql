/*
whole = "72 months"
may_be_blank = ["seen"]
loses = "A visit that one system lists both for a child in need and under a plan or in care is kept as the latter."

[held_in]
visit_id = ["cp_visits.cppv_cp_visit_id", "cla_visits.clav_cla_visit_id", "cin_visits.cinv_cin_visit_id"]
child_id = ["cp_visits.cppv_person_id", "cla_visits.clav_person_id", "cin_visits.cinv_person_id"]
kind = ["visit_date"]

[held_in.visit_date]
CP = ["cp_visits.cppv_cp_visit_date"]
CLA = ["cla_visits.clav_cla_visit_date"]
CIN = ["cin_visits.cinv_cin_visit_date"]

[held_in.seen]
CP = ["cp_visits.cppv_cp_visit_seen"]
CLA = ["cla_visits.clav_cla_visit_seen"]
CIN = ["cin_visits.cinv_cin_visit_seen"]

[held_in.seen_alone]
CP = ["cp_visits.cppv_cp_visit_seen_alone"]
CLA = ["cla_visits.clav_cla_visit_seen_alone"]
CIN = ["cin_visits.cinv_cin_visit_seen_alone"]
*/
with made as (
    select
        origin,
        'CP' as kind,
        cppv_cp_visit_id as visit,
        cppv_person_id as person,
        cppv_cp_visit_date as day,
        cppv_cp_visit_date_day as on_day,
        cppv_cp_visit_seen as seen,
        cppv_cp_visit_seen_alone as alone
    from cp_visits
    union all
    select
        origin,
        'CLA',
        clav_cla_visit_id,
        clav_person_id,
        clav_cla_visit_date,
        clav_cla_visit_date_day,
        clav_cla_visit_seen,
        clav_cla_visit_seen_alone
    from cla_visits
    union all
    select
        origin,
        'CIN',
        cinv_cin_visit_id,
        cinv_person_id,
        cinv_cin_visit_date,
        cinv_cin_visit_date_day,
        cinv_cin_visit_seen,
        cinv_cin_visit_seen_alone
    from cin_visits
    where not exists (
        select 1
        from statutory_visits
        where statutory_visits.person = cinv_person_id and statutory_visits.day = cinv_cin_visit_date_day
    )
)
select
    origin,
    visit || '-' || kind as visit_id,
    person as child_id,
    kind as kind,
    day as visit_date,
    seen as seen,
    alone as seen_alone
from made
where day is not null
-- A system that lists a visit again for each note of it lists it once here.
qualify row_number() over (partition by visit, person, kind order by on_day, seen desc nulls last, alone desc nulls last, origin) = 1
