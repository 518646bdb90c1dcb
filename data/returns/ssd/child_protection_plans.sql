/*
whole = "72 months"
may_be_blank = ["team"]
needs = ["cp_plans"]
loses = "How many plans a child had before, ever and in any authority, is not in the dataset, and it reaches back six years."

[held_in]
last_visit = ["cp_visits.cppv_cp_visit_date"]
seen_alone = ["cp_visits.cppv_cp_visit_seen_alone"]
last_review = ["cp_reviews.cppr_cp_review_date"]
*/
with seen as (
    select
        cp_plans.origin as plan,
        max(cppv_cp_visit_date_day) as day,
        arg_max(
            cp_visits.origin,
            (cppv_cp_visit_date_day, coalesce(cppv_cp_visit_seen_alone, ''), -cp_visits.origin)
        ) as origin,
        arg_max(cppv_cp_visit_seen_alone, (cppv_cp_visit_date_day, coalesce(cppv_cp_visit_seen_alone, ''))) as alone
    from cp_plans
    join cp_visits on cppv_person_id = cppl_person_id
        and cppv_cp_visit_seen = 'Y'
        and cppv_cp_visit_date_day between cppl_cp_plan_start_date_day
            and least(month_end(), coalesce(cppl_cp_plan_end_date_day, month_end()))
    group by cp_plans.origin
),
reviewed as (
    select cppr_cp_plan_id as plan, max(cppr_cp_review_date_day) as day, arg_max(origin, (cppr_cp_review_date_day, -origin)) as origin
    from cp_reviews
    where cppr_cp_review_date_day <= month_end()
    group by cppr_cp_plan_id
)
select
    made_of(cp_plans.origin, held_by.origin, families.origin) || made_of(seen.origin, reviewed.origin) as origin,
    cppl_cp_plan_id as plan_id,
    cppl_person_id as child_id,
    cppl_cp_plan_start_date as start_date,
    cppl_cp_plan_end_date as end_date,
    cppl_cp_plan_initial_category as initial_category,
    coalesce(cppl_cp_plan_latest_category, cppl_cp_plan_initial_category) as category,
    coalesce(cppl_cp_plan_ola, 'N') as other_authority,
    cppl_referral_id as referral_id,
    fami_family_id as family_id,
    seen.day::varchar /* cppv_cp_visit_date */ as last_visit,
    seen.alone /* cppv_cp_visit_seen_alone */ as seen_alone,
    reviewed.day::varchar /* cppr_cp_review_date */ as last_review,
    held_by.invo_professional_team as team,
    held_by.invo_professional_id as worker_id
from cp_plans
left join families on families.child = cppl_person_id
left join seen on seen.plan = cp_plans.origin
left join reviewed on reviewed.plan = cppl_cp_plan_id
left join held_by on held_by.child = cppl_person_id
