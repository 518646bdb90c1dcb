/*
title       = "Action plan: actions done with evidence"
numerator   = "Actions of these with evidence attached that they were done"
denominator = "Actions of the action plan that were done in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A committee is told that something was done; evidence lets it see that it was."
source      = "Local measure; the founding report asked for an action plan, read at a monthly meeting. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "actions"
differs     = "Where nothing is said of evidence there is none."
*/
select
    action_id as subject,
    team,
    coalesce(evidence = 'Y', false) as numerator,
    true as denominator
from action_plan
where completed_date > months_before(month_end(), 12)
    and completed_date <= month_end()
