/*
title       = "Initial health assessments within 20 working days"
numerator   = "Starts after which an initial health assessment was done by the twentieth working day"
denominator = "Starts to be looked after in the 12 months to month end whose twentieth working day has come, the child being looked after throughout"
unit        = "percent"
good        = "high"
why         = "The first assessment finds what neglect left untreated. The first review of the child's care plan needs it in hand."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Promoting the health and well-being of looked-after children, statutory guidance 2015. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "starts"
differs     = "The law asks for it before the first review, which is due in 20 working days; ours counts those days, bank holidays left out, from the day care began. A child who left care by the twentieth is in neither number. A child who started twice counts twice."
*/
with due as (
    select child_id, min(team) as team, start_date, working_day_after(start_date, 20) as due_on
    from looked_after_children
    where reason_started = 'S'
        and in_months_to(start_date, 12, month_end())
        and not_short_break(legal_status)
    group by child_id, start_date
),
left_early as (
    select distinct due.child_id, due.start_date
    from due
    join looked_after_children on looked_after_children.child_id = due.child_id
    where looked_after_children.end_date between due.start_date and due.due_on
        and looked_after_children.reason_ended <> 'X1'
        and not_short_break(looked_after_children.legal_status)
),
assessed as (
    select due.child_id, due.start_date, min(lac_health.done_date) as done_on
    from due
    join lac_health on lac_health.child_id = due.child_id
    where lac_health.kind = 'IHA'
        and lac_health.done_date between due.start_date and month_end()
    group by due.child_id, due.start_date
)
select
    due.child_id || ' ' || due.start_date as subject,
    due.child_id,
    due.team,
    due.due_on <= month_end() and coalesce(assessed.done_on <= due.due_on, false) as numerator,
    due.due_on <= month_end() as denominator,
    due.due_on
from due
left join left_early on left_early.child_id = due.child_id and left_early.start_date = due.start_date
left join assessed on assessed.child_id = due.child_id and assessed.start_date = due.start_date
where left_early.child_id is null
