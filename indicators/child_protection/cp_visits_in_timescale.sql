/*
title       = "Children on a plan seen within 10 working days"
numerator   = "Children of these last seen so lately that the 10 working days had not run out at month end"
denominator = "Children subject of a child protection plan at month end who have been seen since it began, or should have been"
unit        = "percent"
good        = "high"
why         = "A plan keeps a child safe only where somebody sees the child."
source      = "Local; most authorities ask for 10 working days, and Working Together leaves it to the plan. No national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
looks_back  = { visits = 1 }
never       = "A child on a protection plan who has not been seen for 10 working days"
limit       = "local"
differs     = "A plan may ask for more frequent visits than 10 working days, which is not held. The first visit is due 10 working days after the plan began. What falls due on the month end and was not done is late. Visits made under another plan, or on which the child was not seen, do not count; where only the latest visit is held and the child was not seen on it, the child counts as not seen. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator + not_yet_due = children_on_a_plan.numerator"]
*/
with seen as (
    select on_a_plan.child_id, max(visits.visit_date) as last_seen
    from on_a_plan(month_end()) as on_a_plan
    join visits on visits.child_id = on_a_plan.child_id
    where visits.kind = 'CP'
        and visits.seen = 'Y'
        and visits.visit_date between on_a_plan.since and month_end()
    group by on_a_plan.child_id
),
due as (
    select
        on_a_plan.child_id,
        on_a_plan.team,
        seen.last_seen,
        working_day_after(coalesce(seen.last_seen, on_a_plan.since), 10) as due_on
    from on_a_plan(month_end()) as on_a_plan
    left join seen on seen.child_id = on_a_plan.child_id
)
select
    child_id as subject,
    child_id,
    team,
    last_seen is not null and due_on > month_end() as numerator,
    last_seen is not null or due_on <= month_end() as denominator,
    due_on
from due
