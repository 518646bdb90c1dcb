/*
title       = "Social workers supervised in the last four weeks"
numerator   = "Social workers of these with a one-to-one session in the 4 weeks to month end, or 2 weeks if newly qualified and new in post"
denominator = "Social workers in post at month end who hold or may hold cases (roles 4 to 6), present, and long enough in post to be due"
unit        = "percent"
good        = "high"
why         = "Supervision is where a worker's judgement is tested before a child pays for it."
source      = "Local policy; Post-qualifying standard, knowledge and skills statement for practice supervisors; Employer standards for social workers, standard 5. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
beside      = ["supervision_with_reflection"]
looks_back  = { supervision = 1 }
subjects    = "social workers"
without     = ["social_workers.absence", "social_workers.newly_qualified"]
differs     = "Policies differ: ours is four weeks, and a fortnight for newly qualified workers in their first six months. Managers are left out. A file that does not say who is absent or newly qualified counts everybody as present and experienced."
adds_up     = ["denominator + not_yet_due + trained_in_reflective_supervision.denominator = mandatory_training_in_date.denominator"]
*/
with supervised as (
    select worker_id, max(supervision_date) as last_session
    from supervision
    where kind = 'ONE'
        and supervision_date <= month_end()
    group by worker_id
),
due as (
    select
        social_workers.worker_id,
        social_workers.team,
        coalesce(supervised.last_session >= social_workers.start_date, false) as ever,
        greatest(social_workers.start_date, coalesce(supervised.last_session, social_workers.start_date))
            + case
                when social_workers.newly_qualified = 'Y' and social_workers.start_date > months_before(month_end(), 6)
                    then 14
                else 28
            end as due_on
    from social_workers
    left join supervised on supervised.worker_id = social_workers.worker_id
    where open_on(social_workers.start_date, social_workers.end_date, month_end())
        and social_workers.role in ('4', '5', '6')
        and social_workers.fte > 0
        and social_workers.absence is null
)
select
    worker_id as subject,
    team,
    ever and due_on > month_end() as numerator,
    ever or due_on <= month_end() as denominator,
    due_on
from due
