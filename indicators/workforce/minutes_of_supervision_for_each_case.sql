/*
title       = "Minutes of supervision for each case"
numerator   = "Minutes of one-to-one supervision in the month of the social workers who hold cases"
denominator = "Cases that the same workers held at month end"
unit        = "average"
good        = "high"
why         = "Caseload and span together: how long a manager can talk about each child in a month. The founding report said that high caseloads leave little of it, and could not say how little."
source      = "Local; Employer standards for social workers, standard 5. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { supervision = 1 }
subjects    = "social workers"
halves      = ["minutes", "cases"]
beside      = ["average_caseload", "workers_for_each_supervisor"]
differs     = "It is pooled: all minutes over all cases. A worker who had no session in the month counts with no minutes. A worker with a session of which no length is recorded is in neither number. Group supervision is left out: its minutes are shared."
*/
with sessions as (
    select worker_id, sum(minutes) as minutes, bool_and(minutes is not null) as is_known
    from supervision
    where kind = 'ONE'
        and in_months_to(supervision_date, 1, month_end())
    group by worker_id
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    coalesce(sessions.minutes, 0) as numerator,
    held.cases as denominator
from social_workers
join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
left join sessions on sessions.worker_id = social_workers.worker_id
where open_on(social_workers.start_date, social_workers.end_date, month_end())
    and coalesce(sessions.is_known, true)
