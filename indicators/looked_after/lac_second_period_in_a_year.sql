/*
title       = "Children who came back into care within a year"
numerator   = "Children of these who had ceased to be looked after earlier in the same 12 months"
denominator = "Children who started to be looked after in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A child who comes back so soon went home before home was ready, or without the help it needed."
source      = "Ofsted, ILACS child-level data (Annex A), list 8, second or subsequent period in 12 months; no national figure is published"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
differs     = "Both the earlier ceasing and the new start lie in the 12 months to month end; a child who ceased before them and started within them is not seen as coming back. A child who started twice is counted once."
*/
with ours as (
    select child_id, team, start_date, end_date, reason_started, reason_ended
    from looked_after_children
    where not_short_break(legal_status)
),
ceased as (
    select child_id, min(end_date) as first_ceased
    from ours
    where in_months_to(end_date, 12, month_end())
        and reason_ended <> 'X1'
    group by child_id
)
select
    ours.child_id as subject,
    ours.child_id,
    min(ours.team) as team,
    coalesce(bool_or(ceased.first_ceased <= ours.start_date), false) as numerator,
    true as denominator
from ours
left join ceased on ceased.child_id = ours.child_id
where ours.reason_started = 'S'
    and in_months_to(ours.start_date, 12, month_end())
group by ours.child_id
