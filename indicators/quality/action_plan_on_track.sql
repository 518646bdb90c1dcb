/*
title       = "Action plan: open actions on track"
numerator   = "Actions of these whose progress is on track"
denominator = "Actions of the action plan that were not done by month end"
unit        = "percent"
good        = "high"
why         = "What will not be done in time can still be helped while it is only at risk."
source      = "Local measure; the founding report asked for an action plan, read at a monthly meeting. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "actions"
differs     = "Progress is what the plan says of itself at the month end. An action not started is not on track."
*/
select
    action_id as subject,
    team,
    progress = 'ON_TRACK' as numerator,
    true as denominator
from action_plan
where completed_date is null or completed_date > month_end()
