/*
title       = "Social workers in group supervision"
numerator   = "Social workers of these who took part in a group session in the 3 months to month end"
denominator = "Social workers in post at month end who hold cases (roles 4 and 5)"
unit        = "percent"
good        = "high"
why         = "In a group a case is seen with six pairs of eyes, and the newest worker hears how the oldest thinks."
source      = "Local policy; Signs of Safety, group supervision. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { supervision = 3 }
subjects    = "social workers"
differs     = "A worker who began within the 3 months and has not taken part yet counts below. Policies differ on how often a group should meet."
*/
with together as (
    select distinct worker_id
    from supervision
    where kind = 'GROUP'
        and in_months_to(supervision_date, 3, month_end())
)
select
    social_workers.worker_id as subject,
    social_workers.team,
    together.worker_id is not null as numerator,
    true as denominator
from social_workers
left join together on together.worker_id = social_workers.worker_id
where open_on(social_workers.start_date, social_workers.end_date, month_end())
    and social_workers.role in ('4', '5')
    and social_workers.fte > 0
