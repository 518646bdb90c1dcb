/*
title       = "Looked-after children with an allocated social worker"
numerator   = "Looked-after children whose case a social worker in post holds at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "high"
why         = "Every child in care needs one person who visits, listens and carries the care plan through."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, visits by the authority's representative; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
never       = "A looked-after child without an allocated social worker"
limit       = "statutory"
differs     = "The social workers extract holds registered social workers only, so a case with anybody else counts as not allocated."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with allocated as (
    select distinct cases_held.child_id
    from cases_held(month_end()) as cases_held
    join social_workers on social_workers.worker_id = cases_held.worker_id
    where open_on(social_workers.start_date, social_workers.end_date, month_end())
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    allocated.child_id is not null as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join allocated on allocated.child_id = looked_after.child_id
