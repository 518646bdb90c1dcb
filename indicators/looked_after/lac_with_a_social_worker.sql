/*
title       = "Looked-after children with an allocated social worker"
numerator   = "Looked-after children whose case a social worker in post holds at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "high"
why         = "Every child in care needs one person who visits, listens and carries the care plan through."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, visits by the authority's representative; no national figure is published"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
never       = "A looked-after child without an allocated social worker"
limit       = "statutory"
differs     = "The social workers extract holds registered social workers only, so a case with anybody else counts as not allocated."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with allocated as (
    select distinct case_allocations.child_id
    from case_allocations
    join social_workers on social_workers.worker_id = case_allocations.worker_id
    where case_allocations.allocated_as = 'CASE'
        and open_on(case_allocations.start_date, case_allocations.end_date, month_end())
        and open_on(social_workers.start_date, social_workers.end_date, month_end())
)
select
    looked_after_children.child_id as subject,
    looked_after_children.child_id,
    min(looked_after_children.team) as team,
    bool_or(allocated.child_id is not null) as numerator,
    true as denominator
from looked_after_children
left join allocated on allocated.child_id = looked_after_children.child_id
where open_on(looked_after_children.start_date, looked_after_children.end_date, month_end())
    and not_short_break(looked_after_children.legal_status)
group by looked_after_children.child_id
