/*
whole = "72 months"
needs = ["cin_episodes"]
may_be_blank = ["source", "team"]
loses = "The team is that which holds the child's case at the month end, where somebody does; else that which took the referral."

[held_in]
last_seen = ["cin_visits.cinv_cin_visit_date", "cp_visits.cppv_cp_visit_date", "cla_visits.clav_cla_visit_date"]
*/
with seen as (
    select person as child, max(day) as day, arg_max(origin, (day, -origin)) as origin
    from visited
    where seen = 'Y' and day <= month_end()
    group by person
)
select
    made_of(cin_episodes.origin, held_by.origin, seen.origin) as origin,
    cine_referral_id as referral_id,
    cine_person_id as child_id,
    cine_referral_date as referral_date,
    source_of(cine_referral_source_code, cine_referral_source_desc) as source,
    cine_referral_nfa as no_further_action,
    case when coalesce(cine_referral_nfa, 'N') = 'N' then cine_cin_primary_need_code end as primary_need,
    case when coalesce(cine_referral_nfa, 'N') = 'N' then cine_close_date end as close_date,
    case when coalesce(cine_referral_nfa, 'N') = 'N' then cine_close_reason end as close_reason,
    case when seen.day >= cine_referral_date_day then seen.day::varchar end /* cinv_cin_visit_date */ as last_seen,
    coalesce(held_by.invo_professional_team, team_named(cine_referral_team)) as team,
    held_by.invo_professional_id as worker_id
from cin_episodes
left join held_by on held_by.child = cine_person_id
left join seen on seen.child = cine_person_id
