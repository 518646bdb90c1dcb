/*
title       = "Social workers in post, as full-time equivalents"
numerator   = "Full-time equivalent of the employed social workers in post at month end"
unit        = "count"
good        = "none"
why         = "It is what there is to work with. Every share of the workforce is a share of this, and caseloads rise when it falls."
source      = "DfE, Children's social work workforce, social workers in post at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
published   = "workforce.social_workers"
beside      = ["average_caseload", "social_work_vacancies"]
subjects    = "social workers"
halves      = ["full-time equivalents", "social workers"]
differs     = "Ours is at every month end. Agency workers are left out; workers who are absent count, as in the census."
*/
select
    worker_id as subject,
    team,
    fte as numerator,
    true as denominator
from social_workers
where open_on(start_date, end_date, month_end())
    and agency = 'N'
    and fte > 0
