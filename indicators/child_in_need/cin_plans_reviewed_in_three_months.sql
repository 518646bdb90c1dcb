/*
title       = "Child in need plans reviewed in the last three months"
numerator   = "Plans reviewed within the three months to month end"
denominator = "Child in need plans open at month end that have run for three months or more"
unit        = "percent"
good        = "high"
why         = "A plan that nobody looks at again drifts. The founding inspection asked for better planning and review of children in need."
source      = "Local policy of three months; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
subjects    = "plans"
differs     = "A plan is due its first review three months after it began; until then it is not yet due."
adds_up     = ["denominator + not_yet_due = cin_plans_open.numerator"]
*/
with plans as (
    select
        *,
        (start_date + to_months(3))::date as first_due,
        (coalesce(last_review, start_date) + to_months(3))::date as due_on
    from cin_plans
    where open_on(start_date, end_date, month_end())
)
select
    plan_id as subject,
    child_id,
    team,
    first_due <= month_end() and coalesce(last_review >= months_before(month_end(), 3), false) as numerator,
    first_due <= month_end() as denominator,
    due_on
from plans
