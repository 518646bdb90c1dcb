/*
title       = "Action plan: actions overdue"
numerator   = "Actions of the action plan that were due by month end and are not done"
unit        = "count"
good        = "low"
why         = "The list to ask about at the next meeting, the oldest first."
source      = "Local measure; the founding report asked for an action plan, read at a monthly meeting. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
beside      = ["action_plan_done_in_time"]
subjects    = "actions"
differs     = "What falls due on the month end and is open is overdue."
*/
select
    action_id as subject,
    team,
    true as numerator,
    true as denominator,
    due_date as due_on
from action_plan
where due_date <= month_end()
    and (completed_date is null or completed_date > month_end())
