/*
title       = "Personal education plans graded good or better"
numerator   = "Plans of these graded outstanding or good"
denominator = "Plans held in the 12 months to month end and graded by the virtual school"
unit        = "percent"
good        = "high"
why         = "A plan held in time may still ask nothing of anybody. The virtual school reads each and says whether it will do."
source      = "Local; Promoting the education of looked-after and previously looked-after children, statutory guidance 2018. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { peps = 12 }
subjects    = "plans"
differs     = "A plan that has not been graded is in neither number."
*/
select
    peps.pep_id as subject,
    peps.child_id,
    teams.team,
    peps.quality in ('O', 'G') as numerator,
    true as denominator
from peps
left join teams_in_care() as teams on teams.child_id = peps.child_id
where in_months_to(peps.held_date, 12, month_end())
    and peps.quality is not null
