/*
title       = "Looked-after children with a reviewing officer"
numerator   = "Children of these who have a reviewing officer at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "high"
why         = "The law gives every child in care an officer of their own, who may say that a plan is not good enough."
source      = "Children Act 1989, section 25A; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of safeguarding and review"
review_by   = 2027-04-01
never       = "A looked-after child without a reviewing officer"
limit       = "statutory"
differs     = "A child who came into care in the last days may have an officer who is not yet recorded."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with appointed as (
    select distinct child_id
    from reviewing_officers
    where open_on(start_date, end_date, month_end())
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    appointed.child_id is not null as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join appointed on appointed.child_id = looked_after.child_id
