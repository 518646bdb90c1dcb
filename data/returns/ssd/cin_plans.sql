/*
whole = "72 months"
may_be_blank = ["team"]
needs = ["cin_plans"]
loses = "Reviews of these plans are not in the dataset."

[held_in]
last_visit = ["cin_visits.cinv_cin_visit_date", "cp_visits.cppv_cp_visit_date", "cla_visits.clav_cla_visit_date"]
*/
with seen as (
    select cin_plans.origin as plan, max(day) as day, arg_max(visited.origin, (day, -visited.origin)) as origin
    from cin_plans
    join visited on person = cinp_person_id
        and seen = 'Y'
        and day between cinp_cin_plan_start_date_day and least(month_end(), coalesce(cinp_cin_plan_end_date_day, month_end()))
    group by cin_plans.origin
)
select
    made_of(cin_plans.origin, held_by.origin, seen.origin) as origin,
    cinp_cin_plan_id as plan_id,
    cinp_referral_id as referral_id,
    cinp_person_id as child_id,
    cinp_cin_plan_start_date as start_date,
    cinp_cin_plan_end_date as end_date,
    seen.day::varchar /* cinv_cin_visit_date */ as last_visit,
    coalesce(held_by.invo_professional_team, team_named(cinp_cin_plan_team)) as team,
    held_by.invo_professional_id as worker_id
from cin_plans
left join seen on seen.plan = cin_plans.origin
left join held_by on held_by.child = cinp_person_id
