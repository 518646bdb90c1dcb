/*
title       = "Audit actions done in time"
numerator   = "Actions of these that were done by the day they were due"
denominator = "Actions from audits that fell due in the three months to month end"
unit        = "percent"
good        = "high"
why         = "An audit that asks for something, and is not answered, has found a child and left them there."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 3
subjects    = "actions"
differs     = "One still open is late from the day it falls due at a month end; until then it is not yet due, done or not."
*/
select
    action_id as subject,
    team,
    due_date <= month_end() and coalesce(closed_date <= due_date, false) as numerator,
    due_date <= month_end() as denominator,
    due_date as due_on
from audit_actions
where due_date > months_before(month_end(), 3)
