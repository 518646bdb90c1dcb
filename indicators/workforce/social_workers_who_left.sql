/*
title       = "Social workers who left within a year"
numerator   = "Full-time equivalent of those who had left by month end"
denominator = "Full-time equivalent of the employed social workers who were in post 12 months before month end"
unit        = "percent"
good        = "low"
why         = "When workers leave, children lose someone they knew, and the rest carry their cases."
source      = "DfE, Children's social work workforce, turnover rate, leavers in the year to 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
twin        = "social_worker_turnover"
looks_back  = 12
subjects    = "social workers"
halves      = ["full-time equivalents that left", "full-time equivalents in post a year before"]
differs     = "DfE divides all leavers of the year by those in post at its end, so that one who came and left within the year counts. Ours follows those in post a year before, and is mostly a little lower. Whoever the file says has left counts, whatever the reason."
adds_up     = ["denominator + social_workers_who_joined.numerator = numerator + social_workers_in_post.numerator"]
*/
select
    worker_id as subject,
    team,
    case when end_date <= month_end() then fte else 0 end as numerator,
    fte as denominator
from social_workers
where open_on(start_date, end_date, months_before(month_end(), 12))
    and agency = 'N'
    and fte > 0
