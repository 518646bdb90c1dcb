/*
title       = "Open cases without a practitioner in post who may hold them"
numerator   = "Children on a plan or looked after whose case no social worker in post holds, and others whose case neither a social worker nor another lead practitioner in post holds"
denominator = "Children with an open case at month end"
unit        = "percent"
good        = "low"
why         = "A case in the name of one who has left is a child nobody may be seeing. Whom a plan protects, and who is looked after, needs a social worker; other children in need may be led by a practitioner of another profession."
source      = "Local; Working Together to Safeguard Children (2023), the lead practitioner. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
anew_at     = ["family_help"]
never       = "A child on a plan or looked after whose case no social worker in post holds, or another open case that no lead practitioner in post holds"
limit       = "local"
subjects    = "children"
beside      = ["family_help_without_a_practitioner"]
without     = ["family_help"]
differs     = "The social workers extract holds registered social workers only. Where Family Help is not sent, no case is led by anybody else, so that a social worker must hold each; once it is, a child in need at any level above early help is an open case, with an allocation row or without. Who is on a plan or looked after is told by the type of the case and the level of help; a child whom neither extract holds is not seen here: read it with the children on a plan, and those looked after, who have an allocated social worker. Care leavers whose case a personal adviser holds count here where they are in the file."
*/
with social_workers_in_post as (
    select worker_id, team
    from social_workers
    where open_on(start_date, end_date, month_end())
),
of_social_workers as (
    select
        cases_held.child_id,
        min(in_post.team) as team,
        bool_or(cases_held.case_type in ('CP', 'CLA')) as needs_one,
        count(in_post.worker_id) > 0 as is_held
    from cases_held(month_end()) as cases_held
    left join social_workers_in_post as in_post on in_post.worker_id = cases_held.worker_id
    group by cases_held.child_id
),
left_post as (
    select worker_id
    from social_workers
    group by worker_id
    having not bool_or(open_on(start_date, end_date, month_end()))
),
of_practitioners as (
    select
        helped.child_id,
        helped.team,
        helped.level in ('CP', 'CLA') as needs_one,
        in_post.worker_id is not null as is_held,
        helped.lead_id is not null and left_post.worker_id is null as is_led
    from in_family_help(month_end()) as helped
    left join left_post on left_post.worker_id = helped.lead_id
    left join social_workers_in_post as in_post on in_post.worker_id = helped.lead_id
    where helped.level <> 'EH'
),
open_cases as (
    select child_id from of_social_workers
    union
    select child_id from of_practitioners
)
select
    open_cases.child_id as subject,
    open_cases.child_id,
    coalesce(of_social_workers.team, of_practitioners.team) as team,
    not coalesce(of_social_workers.is_held, false)
        and not coalesce(of_practitioners.is_held, false)
        and (
            coalesce(of_social_workers.needs_one, false)
            or coalesce(of_practitioners.needs_one, false)
            or not coalesce(of_practitioners.is_led, false)
        ) as numerator,
    true as denominator
from open_cases
left join of_social_workers on of_social_workers.child_id = open_cases.child_id
left join of_practitioners on of_practitioners.child_id = open_cases.child_id
