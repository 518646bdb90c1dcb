/*
title       = "Looked-after children with a permanence plan by the second review"
numerator   = "Children for whom a permanence plan is on record"
denominator = "Children looked after at month end for 4 months or more, when the second review is due, short breaks left out"
unit        = "percent"
good        = "high"
why         = "By the second review somebody must have said where this child will grow up."
source      = "Children Act 1989 guidance, volume 2, care planning, 2.3; Ofsted, ILACS child-level data (Annex A), list 8. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { looked_after_children = 4 }
differs     = "The second review falls three months after the first, which is due in 20 working days: ours takes four months from the day care began. It is whether there is a plan at month end, and not whether there was one at the review."
adds_up     = ["denominator + not_yet_due = children_looked_after.numerator"]
*/
with in_care as (
    select
        child_id,
        max(start_date) filter (reason_started = 'S') as began,
        latest_begun(coalesce(permanence_plan, 'NONE'), start_date, end_date) as plan,
        bool_or(open_on(start_date, end_date, month_end())) as here,
        min(team) filter (open_on(start_date, end_date, month_end())) as team
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
    group by child_id
)
select
    child_id as subject,
    child_id,
    team,
    coalesce(began <= months_before(month_end(), 4), true) and plan <> 'NONE' as numerator,
    coalesce(began <= months_before(month_end(), 4), true) as denominator,
    (began + to_months(4))::date as due_on
from in_care
where here
