/*
title       = "Action plan: actions done in time"
numerator   = "Actions of these that were done by the day they were due"
denominator = "Actions of the action plan that fell due in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A plan is kept when what was promised is done by the day it was promised for."
source      = "Local measure; the founding report asked for an action plan, read at a monthly meeting. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "actions"
differs     = "One still open is late from the day it falls due at a month end; until then it is not yet due, done or not."
*/
select
    action_id as subject,
    team,
    due_date <= month_end() and coalesce(completed_date <= due_date, false) as numerator,
    due_date <= month_end() as denominator,
    due_date as due_on
from action_plan
where due_date > months_before(month_end(), 12)
