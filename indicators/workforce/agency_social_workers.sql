/*
title       = "Agency social workers"
numerator   = "Full-time equivalent of agency social workers in post at month end"
denominator = "Full-time equivalent of all social workers in post at month end, agency workers included"
unit        = "percent"
good        = "low"
why         = "Agency workers fill gaps that would hurt more. But they cost more and leave sooner, and each leaving is a change of worker for children."
source      = "DfE, Children's social work workforce, agency worker rate at 30 September; Child and family social worker agency rules, statutory guidance 2024"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
beside      = ["social_work_vacancies", "social_workers_who_left"]
published   = "workforce.agency_workers"
subjects    = "social workers"
halves      = ["full-time equivalents of agency workers", "full-time equivalents"]
differs     = "Ours is at every month end. Workers who are absent count, as in the census."
adds_up     = ["numerator + social_workers_in_post.numerator = denominator"]
*/
select
    worker_id as subject,
    team,
    case when agency = 'Y' then fte else 0 end as numerator,
    fte as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and fte > 0
