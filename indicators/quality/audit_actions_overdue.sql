/*
title       = "Audit actions overdue"
numerator   = "Actions from audits that were due by month end and are not done"
unit        = "count"
good        = "low"
why         = "The list to work down, the oldest first."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "actions"
beside      = ["audit_actions_closed_on_time"]
differs     = "What falls due on the month end and is open is overdue."
*/
select
    action_id as subject,
    team,
    true as numerator,
    true as denominator,
    due_date as due_on
from audit_actions
where due_date <= month_end()
    and (closed_date is null or closed_date > month_end())
