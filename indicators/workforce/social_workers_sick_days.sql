/*
title       = "Working days lost to sickness"
numerator   = "Working days that these lost to sickness in the 12 months to month end"
denominator = "Working days of the 12 months to month end, for each full-time equivalent of the employed social workers in post"
unit        = "percent"
good        = "low"
why         = "Days lost are visits put off and cases held by colleagues. A rise often follows a rise in caseloads."
source      = "DfE, Children's social work workforce, sickness absence rate in the year to 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
published   = "workforce.sickness"
beside      = ["average_caseload"]
subjects    = "social workers"
halves      = ["working days lost", "working days"]
differs     = "DfE counts the year to 30 September, and takes 253 working days, 254 in a leap year; ours counts those of the 12 months to each month end, bank holidays left out. It is asked of those in post at month end, so what those lost who left since is not seen, and one who began within the year stands below with a whole one. Agency workers are left out, and whoever's days are not said."
*/
select
    worker_id as subject,
    team,
    sick_days as numerator,
    fte * working_days_between(months_before(month_end(), 12), month_end()) as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and agency = 'N'
    and fte > 0
    and sick_days is not null
