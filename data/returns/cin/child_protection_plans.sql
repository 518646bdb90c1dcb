/*
whole = "1 April"
needs = ["child_protection_plans"]
loses = "Statutory visits, families, teams and workers are not in the census."

[held_in]
last_review = ["reviews.held"]
*/
with latest as (
    select child, plan_start_day, arg_max(held, held_day) as held, arg_max(origin, held_day) as review_origin
    from reviews
    where held_day is not null
    group by child, plan_start_day
)
select
    made_of(child_protection_plans.origin, latest.review_origin) as origin,
    named_after(child_protection_plans.child, child_protection_plans.start)
    || again(row_number() over (partition by child_protection_plans.child, child_protection_plans.start order by child_protection_plans.end_day nulls last, child_protection_plans.origin)) as plan_id,
    named_after(child_protection_plans.child, child_protection_plans.referral) as referral_id,
    child_protection_plans.child as child_id,
    child_protection_plans.start as start_date,
    child_protection_plans."end" as end_date,
    child_protection_plans.initial_category as initial_category,
    child_protection_plans.category as category,
    child_protection_plans.previous as previous_plans,
    latest.held as last_review
from child_protection_plans
left join latest on latest.child = child_protection_plans.child and latest.plan_start_day = child_protection_plans.start_day
order by child_protection_plans.origin
