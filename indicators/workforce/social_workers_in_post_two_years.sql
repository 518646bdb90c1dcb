/*
title       = "Social workers in post for two years or more"
numerator   = "Full-time equivalent of those who began two years ago or earlier"
denominator = "Full-time equivalent of the employed social workers in post at month end"
unit        = "percent"
good        = "high"
why         = "Workers who stay know the families, the courts and the schools. A team of newcomers has only its procedures."
source      = "DfE, Children's social work workforce, time in service at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "social workers"
halves      = ["full-time equivalents in post for two years", "full-time equivalents"]
differs     = "Ours is at every month end and leaves agency workers out, whose stay is meant to be short. A worker who left and came back counts from coming back."
adds_up     = ["denominator = social_workers_in_post.numerator"]
*/
select
    worker_id as subject,
    team,
    case when start_date <= months_before(month_end(), 24) then fte else 0 end as numerator,
    fte as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and agency = 'N'
    and fte > 0
