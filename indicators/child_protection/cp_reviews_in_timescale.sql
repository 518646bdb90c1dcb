/*
title       = "Children on a plan whose reviews were all in time"
numerator   = "Plans of these none of whose reviews of the last 12 months came late, and whose next one is not overdue"
denominator = "Child protection plans open at month end that have run for three months or more"
unit        = "percent"
good        = "high"
why         = "A review asks whether the child is safer. A plan that is not reviewed drifts."
source      = "Working Together to Safeguard Children; DfE, Characteristics of children in need, child protection plans reviewed within the required timescales (formerly NI 67)"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
published   = "reviews_in_timescale.reviewed"
beside      = ["audits_graded_good"]
looks_back  = { cp_reviews = 12 }
subjects    = "plans"
without     = ["child_protection_plans.other_authority"]
differs     = "DfE looks at 31 March; ours is at every month end. The first review is due within three months of the plan's start, every other within six months of the one before. A plan that began more than 12 months ago is held to the six months. What falls due on the month end and was not held is late. A file that does not mark the plans of another authority counts them with ours."
*/
with plans as (
    select *, case when in_months_to(start_date, 12, month_end()) then start_date end as new_from
    from child_protection_plans
    where open_on(start_date, end_date, month_end())
        and (start_date + to_months(3))::date <= month_end()
        and coalesce(other_authority, 'N') = 'N'
),
held as (
    select
        plans.plan_id,
        plans.new_from,
        cp_reviews.held_date,
        lag(cp_reviews.held_date) over (partition by plans.plan_id order by cp_reviews.held_date) as before
    from plans
    join cp_reviews on cp_reviews.plan_id = plans.plan_id
    where in_months_to(cp_reviews.held_date, 12, month_end())
),
reviewed as (
    select
        plan_id,
        bool_or(case
            when before is null and new_from is not null then held_date > new_from + to_months(3)
            else held_date > coalesce(before, months_before(month_end(), 12)) + to_months(6)
        end) as one_late,
        (max(held_date) + to_months(6))::date as next_due
    from held
    group by plan_id
)
select
    plans.plan_id as subject,
    plans.child_id,
    plans.team,
    coalesce(not reviewed.one_late and reviewed.next_due > month_end(), false) as numerator,
    true as denominator,
    coalesce(reviewed.next_due, (plans.start_date + to_months(3))::date) as due_on
from plans
left join reviewed on reviewed.plan_id = plans.plan_id
