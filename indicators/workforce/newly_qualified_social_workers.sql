/*
title       = "Newly qualified social workers"
numerator   = "Social workers in post in their assessed and supported year"
denominator = "Social workers in post at month end, agency workers included"
unit        = "percent"
good        = "none"
why         = "They are tomorrow's experience, and need smaller caseloads and more supervision today."
source      = "Local; Child and family assessed and supported year in employment (ASYE). No national figure is published in this form"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "social workers"
differs     = "It counts workers, and not full-time equivalents. An FTE of 0 is left out, as in the average caseload."
adds_up     = ["denominator = mandatory_training_in_date.denominator"]
*/
select
    worker_id as subject,
    team,
    coalesce(newly_qualified = 'Y', false) as numerator,
    true as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and fte > 0
