/*
title       = "Social workers trained in Signs of Safety"
numerator   = "Social workers of these who completed the course in the 36 months to month end"
denominator = "Social workers in post at month end, agency workers and managers included"
unit        = "percent"
good        = "high"
why         = "It is the way of working that the whole service agreed on. It works where everybody shares it."
source      = "Local training plan. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { training = 36 }
subjects    = "social workers"
differs     = "The course is known by its name in the training extract, Signs of Safety, in capitals or not. What was completed more than 36 months ago wants refreshing and does not count."
adds_up     = ["denominator = mandatory_training_in_date.denominator"]
*/
with trained as (
    select distinct worker_id
    from training
    where lower(trim(course)) = 'signs of safety'
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
