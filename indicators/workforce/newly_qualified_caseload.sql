/*
title       = "Average caseload of newly qualified social workers"
numerator   = "Cases held at month end by social workers in their assessed and supported year, brothers and sisters each counted"
denominator = "Full-time equivalent of those of them who hold at least one case"
unit        = "average"
good        = "low"
why         = "A first year with too many cases is how people are lost, and how children go unseen."
source      = "Local; Child and family assessed and supported year in employment (ASYE), which asks for a protected caseload. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "social workers"
halves      = ["cases", "full-time equivalents"]
differs     = "Counted as the average caseload is: agency workers included, an FTE of 0 left out with the cases held. A file that does not mark newly qualified workers gives no figure."
*/
select
    social_workers.worker_id as subject,
    social_workers.team,
    held.cases as numerator,
    social_workers.fte as denominator
from social_workers
join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
where social_workers.fte > 0
    and social_workers.newly_qualified = 'Y'
    and open_on(social_workers.start_date, social_workers.end_date, month_end())
