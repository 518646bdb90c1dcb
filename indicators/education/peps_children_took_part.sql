/*
title       = "Children who took part in their personal education plan"
numerator   = "Plans of these in which the child took part or gave views"
denominator = "Plans held in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "It is the child who has to go to school with it."
source      = "Local; Promoting the education of looked-after and previously looked-after children, statutory guidance 2018. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
looks_back  = { peps = 12 }
subjects    = "plans"
differs     = "A plan for which it is not on record stands below and not above."
*/
select
    peps.pep_id as subject,
    peps.child_id,
    teams.team,
    coalesce(peps.child_took_part = 'Y', false) as numerator,
    true as denominator
from peps
left join teams_in_care() as teams on teams.child_id = peps.child_id
where in_months_to(peps.held_date, 12, month_end())
