/*
title       = "Cases for each supervision session"
numerator   = "Cases held at month end by social workers who were supervised in the month"
denominator = "One-to-one sessions that the same workers had in the month"
unit        = "average"
good        = "low"
why         = "The higher the caseload, the less time there is to supervise each case: twenty cases in one session are a list, not a discussion."
source      = "Local; Employer standards for social workers, standard 5. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { supervision = 1 }
subjects    = "social workers"
halves      = ["cases", "sessions"]
differs     = "It is pooled: all cases over all sessions. Workers who hold cases and had no session in the month are in neither number here; the share supervised tells of them. A worker with an FTE of 0 who holds cases counts like any other."
*/
with sessions as (
    select worker_id, count(*) as sessions
    from supervision
    where kind = 'ONE'
        and in_months_to(supervision_date, 1, month_end())
    group by worker_id
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    held.cases as numerator,
    sessions.sessions as denominator
from social_workers
join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
join sessions on sessions.worker_id = social_workers.worker_id
where open_on(social_workers.start_date, social_workers.end_date, month_end())
