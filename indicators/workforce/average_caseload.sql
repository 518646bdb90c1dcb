/*
title       = "Average caseload"
numerator   = "Cases held at month end by social workers, agency workers included"
denominator = "Full-time equivalent of the social workers who hold at least one case, agency workers included"
unit        = "average"
good        = "low"
why         = "Time for each child, and for each supervision, runs out as caseloads rise."
source      = "DfE, Children's social work workforce, average caseload at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
beside      = ["caseload_above_20", "cases_without_a_social_worker"]
published   = "workforce.average_caseload"
subjects    = "social workers"
halves      = ["cases", "full-time equivalents"]
differs     = "Ours is at every month end. It is pooled: all cases over all full-time equivalents, not the mean of workers' caseloads. A worker with an FTE of 0 is left out with the cases held. A child with one worker is one case, brothers and sisters apart."
*/
select
    social_workers.worker_id as subject,
    social_workers.team,
    held.cases as numerator,
    social_workers.fte as denominator
from social_workers
join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
where social_workers.fte > 0
    and open_on(social_workers.start_date, social_workers.end_date, month_end())
