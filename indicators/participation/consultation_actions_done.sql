/*
title       = "What came of consultations and is done"
numerator   = "Actions of these that are done"
denominator = "Actions that came of exercises held in the 12 months to month end, those of the last three months left out"
unit        = "percent"
good        = "high"
why         = "You said, we did: this counts whether we did."
source      = "Local measure of the founding report's programme of consultation; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Participation lead"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "exercises"
halves      = ["actions done", "actions"]
differs     = "Actions of the last three months are not yet due. Exercises of which no action came are in neither number."
*/
select
    consultation_id as subject,
    case when held_date <= months_before(month_end(), 3) then actions_closed else 0 end as numerator,
    case when held_date <= months_before(month_end(), 3) then actions else 0 end as denominator
from consultation
where in_months_to(held_date, 12, month_end())
    and actions > 0
    and actions_closed is not null
