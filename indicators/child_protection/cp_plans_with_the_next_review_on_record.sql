/*
title       = "Child protection plans with the next review on record"
numerator   = "Plans of these whose next review conference is on record, with a day that has not come"
denominator = "Child protection plans open at month end"
unit        = "percent"
good        = "high"
why         = "A review that nobody has put a day to is a review that nobody holds, and a plan that nobody looks at drifts."
source      = "Working Together to Safeguard Children, review conferences: the first within three months of the initial one, every other within six. No national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = { cp_reviews = 12 }
never       = "A child protection plan without a day for its next review, or past that day with none held"
limit       = "statutory"
beside      = ["cp_reviews_in_timescale"]
subjects    = "plans"
without     = ["child_protection_plans.other_authority"]
differs     = "The next review is the earliest that has not been held and was due after the last that was. What is due on the month end and was not held is past its day. Case systems that write a review down only once it is held have none on record. A file that does not mark the plans of another authority counts them with ours."
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
with plans as (
    select plan_id, child_id, team
    from child_protection_plans
    where open_on(start_date, end_date, month_end())
        and coalesce(other_authority, 'N') = 'N'
),
held as (
    select plan_id, max(held_date) as last_held
    from cp_reviews
    where held_date <= month_end()
    group by plan_id
),
ahead as (
    select cp_reviews.plan_id, min(cp_reviews.due_date) as due_date
    from cp_reviews
    left join held on held.plan_id = cp_reviews.plan_id
    where (cp_reviews.held_date is null or cp_reviews.held_date > month_end())
        and (held.last_held is null or cp_reviews.due_date > held.last_held)
    group by cp_reviews.plan_id
)
select
    plans.plan_id as subject,
    plans.child_id,
    plans.team,
    coalesce(ahead.due_date > month_end(), false) as numerator,
    true as denominator
from plans
left join ahead on ahead.plan_id = plans.plan_id
