/*
title       = "Generic audits done, of two for each manager"
numerator   = "Generic audits that these managers did in the month, two of each at most"
denominator = "Two for each manager (roles 2 and 3) in post through the whole month and present"
unit        = "percent"
good        = "high"
why         = "A manager who reads two cases a month knows the work. The founding report set the number."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { audits = 1 }
subjects    = "managers"
halves      = ["audits", "audits meant"]
without     = ["social_workers.absence"]
differs     = "A third audit does not make up for a colleague's second. A file that does not say who is absent counts every manager as present."
*/
with done as (
    select auditor_id, count(*) as audits
    from audits
    where kind = 'GENERIC'
        and in_months_to(audit_date, 1, month_end())
    group by auditor_id
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    least(coalesce(done.audits, 0), 2) as numerator,
    2 as denominator
from social_workers
left join done on done.auditor_id = social_workers.worker_id
where social_workers.role in ('2', '3')
    and social_workers.start_date <= months_before(month_end(), 1) + 1
    and open_on(social_workers.start_date, social_workers.end_date, month_end())
    and social_workers.absence is null
