/*
title       = "Social workers for each supervisor"
numerator   = "Social workers whom these supervised one to one in the three months to month end"
denominator = "Supervisors who did so"
unit        = "average"
good        = "low"
why         = "A manager with ten workers has half the time for each of one with five. Caseload times span is what there is to talk about."
source      = "Local; Employer standards for social workers, standard 5. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { supervision = 3 }
subjects    = "supervisors"
halves      = ["social workers", "supervisors"]
differs     = "A worker whom two supervised counts with each of them. The team is the supervisor's, where the social workers extract knows it."
*/
with supervised as (
    select supervisor_id, count(distinct worker_id) as workers
    from supervision
    where kind = 'ONE'
        and in_months_to(supervision_date, 3, month_end())
    group by supervisor_id
)
select
    supervised.supervisor_id as subject,
    social_workers.team,
    supervised.workers as numerator,
    true as denominator
from supervised
left join social_workers on social_workers.worker_id = supervised.supervisor_id
