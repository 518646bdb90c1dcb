/*
title       = "Social workers holding more than 18 cases"
numerator   = "Social workers who hold more than 18 cases at month end"
denominator = "Social workers who hold at least one case at month end, agency workers included"
unit        = "percent"
good        = "low"
why         = "An average hides its tail: some workers, and their children, carry far more."
source      = "Local; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "social workers"
differs     = "It counts cases, not cases per full-time equivalent: 12 cases held in half a post are not above 18. A worker with an FTE of 0 is left out, as in the average."
adds_up     = ["denominator = caseload_above_16.denominator"]
*/
select
    social_workers.worker_id as subject,
    social_workers.team,
    held.cases > 18 as numerator,
    true as denominator
from social_workers
join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
where social_workers.fte > 0
    and open_on(social_workers.start_date, social_workers.end_date, month_end())
