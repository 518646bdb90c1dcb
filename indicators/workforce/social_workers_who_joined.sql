/*
title       = "Social workers who joined within a year"
numerator   = "Full-time equivalent of those who began in the 12 months to month end"
denominator = "Full-time equivalent of the employed social workers in post at month end"
unit        = "percent"
good        = "none"
why         = "Newcomers fill gaps and bring new eyes; each also takes over cases from somebody the child knew. Read it with how many left."
source      = "DfE, Children's social work workforce, starters in the year to 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "social workers"
halves      = ["full-time equivalents that joined", "full-time equivalents"]
differs     = "DfE counts all starters of the year, those who left again included; ours counts those who are still in post at month end. Agency workers are left out."
adds_up     = ["denominator = social_workers_in_post.numerator"]
*/
select
    worker_id as subject,
    team,
    case when in_months_to(start_date, 12, month_end()) then fte else 0 end as numerator,
    fte as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and agency = 'N'
    and fte > 0
