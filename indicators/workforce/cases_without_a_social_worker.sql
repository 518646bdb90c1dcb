/*
title       = "Cases that no social worker in post holds"
numerator   = "Children whose every case worker at month end is no social worker in post"
denominator = "Children with an open case at month end"
unit        = "percent"
good        = "low"
why         = "A case in the name of one who has left, or is no social worker, is a child nobody may be seeing."
source      = "Local; Working Together to Safeguard Children, the lead practitioner. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
anew_at     = ["family_help"]
never       = "An open case that no social worker in post holds"
limit       = "local"
subjects    = "children"
differs     = "The social workers extract holds registered social workers only. A child with no allocation row at all is not seen here: read it with the children on a plan, and those looked after, who have an allocated social worker. Care leavers whose case a personal adviser holds count here where they are in the file."
*/
with in_post as (
    select worker_id, team
    from social_workers
    where open_on(start_date, end_date, month_end())
)
select
    cases_held.child_id as subject,
    cases_held.child_id,
    min(in_post.team) as team,
    count(in_post.worker_id) = 0 as numerator,
    true as denominator
from cases_held(month_end()) as cases_held
left join in_post on in_post.worker_id = cases_held.worker_id
group by cases_held.child_id
