/*
title       = "Managers trained in reflective supervision"
numerator   = "Managers of these who completed the course in the 36 months to month end"
denominator = "First line and middle managers (roles 2 and 3) in post at month end"
unit        = "percent"
good        = "high"
why         = "Nobody can lead others to think about their work who was never led to do so."
source      = "Local training plan. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { training = 36 }
subjects    = "managers"
differs     = "The course is known by its name in the training extract, Reflective supervision, in capitals or not. What was completed more than 36 months ago wants refreshing and does not count."
*/
with trained as (
    select distinct worker_id
    from training
    where lower(trim(course)) = 'reflective supervision'
        and status = 'DONE'
        and in_months_to(training_date, 36, month_end())
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
    and social_workers.role in ('2', '3')
