/*
title       = "Health reports graded good or better"
numerator   = "Reports of these graded outstanding or good"
denominator = "Reports of initial and review health assessments done in the 3 months to month end and graded"
unit        = "percent"
good        = "high"
why         = "A report that says little helps nobody. Inspectors found the quality of health reports wanting where their number was not."
source      = "Local; Promoting the health and well-being of looked-after children, statutory guidance 2015. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
looks_back  = { lac_health = 3 }
subjects    = "reports"
differs     = "A report that has not been graded is in neither number."
*/
select
    lac_health.event_id as subject,
    lac_health.child_id,
    teams.team,
    lac_health.grade in ('O', 'G') as numerator,
    true as denominator
from lac_health
left join teams_in_care() as teams on teams.child_id = lac_health.child_id
where lac_health.kind in ('IHA', 'RHA')
    and lac_health.grade is not null
    and in_months_to(lac_health.done_date, 3, month_end())
