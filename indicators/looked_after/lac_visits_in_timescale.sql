/*
title       = "Looked-after children visited in time"
numerator   = "Children last visited and seen within their own limit"
denominator = "Children looked after at month end who have been visited since they moved in, or should have been, short breaks left out"
unit        = "percent"
good        = "high"
why         = "The visit is when a worker sees how a child lives, and when the child can say so."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
beside      = ["lac_seen_alone"]
looks_back  = { looked_after_children = 12, visits = 3 }
differs     = "The limit is a week from moving in; then six weeks, or three months after a year in a placement meant to last until 18 (U1, U4). Under an interim care order with the parents it is a week in the first 20 working days, when the first review is due, and then four weeks. Temporary approval of a relative, which asks for the same, cannot be told from the codes. What falls due on the month end and was not done is late. Where only the latest visit is held and the child was not seen on it, the child counts as not visited."
adds_up     = ["denominator + not_yet_due = children_looked_after.numerator"]
*/
with in_care as (
    select
        child_id,
        max(start_date) filter (reason_started in ('S', 'P', 'B')) as moved_in,
        latest_begun(placement, start_date, end_date) as placement,
        latest_begun(legal_status, start_date, end_date) as legal_status,
        bool_or(open_on(start_date, end_date, month_end())) as here,
        min(team) filter (open_on(start_date, end_date, month_end())) as team
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
    group by child_id
),
visited as (
    select child_id, max(visit_date) as last_visit
    from visits
    where kind = 'CLA'
        and seen = 'Y'
        and visit_date <= month_end()
    group by child_id
),
due as (
    select
        in_care.*,
        coalesce(visited.last_visit >= coalesce(moved_in, visited.last_visit), false) as visited,
        case
            when not coalesce(visited.last_visit >= coalesce(moved_in, visited.last_visit), false) then moved_in + 7
            when placement = 'P1' and legal_status = 'C1' and working_days_between(moved_in, month_end()) <= 20
                then visited.last_visit + 7
            when placement = 'P1' and legal_status = 'C1' then visited.last_visit + 28
            when placement in ('U1', 'U4') and coalesce(moved_in <= months_before(month_end(), 12), true)
                then (visited.last_visit + to_months(3))::date
            else visited.last_visit + 42
        end as due_on
    from in_care
    left join visited on visited.child_id = in_care.child_id
    where in_care.here
)
select
    child_id as subject,
    child_id,
    team,
    visited and coalesce(due_on > month_end(), false) as numerator,
    visited or coalesce(due_on <= month_end(), true) as denominator,
    due_on
from due
