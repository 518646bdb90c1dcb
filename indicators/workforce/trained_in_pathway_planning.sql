/*
title       = "Social workers trained in pathway planning"
numerator   = "Social workers of these who completed the course in the 36 months to month end"
denominator = "Social workers in post at month end who hold a case of a care leaver"
unit        = "percent"
good        = "high"
why         = "A pathway plan reaches into housing, benefits and work, which no social work course teaches."
source      = "Local training plan. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { training = 36 }
subjects    = "social workers"
differs     = "The course is known by its name in the training extract, Pathway planning, in capitals or not. What was completed more than 36 months ago wants refreshing and does not count."
*/
with holders as (
    select distinct worker_id
    from cases_held(month_end())
    where case_type in ('CL')
),
trained as (
    select distinct worker_id
    from training
    where lower(trim(course)) = 'pathway planning'
        and status = 'DONE'
        and in_months_to(training_date, 36, month_end())
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    trained.worker_id is not null as numerator,
    true as denominator
from social_workers
join holders on holders.worker_id = social_workers.worker_id
left join trained on trained.worker_id = social_workers.worker_id
where open_on(social_workers.start_date, social_workers.end_date, month_end())
    and social_workers.fte > 0
