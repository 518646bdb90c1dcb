/*
title       = "Social workers with safeguarding training in date"
numerator   = "Social workers of these whose safeguarding training is in date at month end"
denominator = "Social workers in post at month end, agency workers and managers included"
unit        = "percent"
good        = "high"
why         = "What everybody must know must be known by everybody, and law and guidance change."
source      = "Local policy; Working together to safeguard children 2023. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "social workers"
differs     = "Courses that are called one of a closed set of names (safeguarding, safeguarding children, child safeguarding, safeguarding and child protection, and these at a level or as a refresher) and marked as mandatory count, until the day it runs out; one without such a day does not run out."
*/
with trained as (
    select distinct worker_id
    from training
    where safeguarding_course(course)
        and mandatory = 'Y'
        and status = 'DONE'
        and training_date <= month_end()
        and (valid_until is null or valid_until >= month_end())
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    trained.worker_id is not null as numerator,
    true as denominator
from social_workers
left join trained on trained.worker_id = social_workers.worker_id
where open_on(social_workers.start_date, social_workers.end_date, month_end())
    and social_workers.fte > 0
