/*
title       = "Consultations after which children were told what came of it"
numerator   = "Exercises of these after which the children were told within three months"
denominator = "Exercises of consultation whose three months ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "To be asked and never told is worse than not to be asked."
source      = "Local measure of the founding report's programme of consultation; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Participation lead"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "exercises"
differs     = "Three months are our own measure. An exercise of the last three months is not yet due, told or not. The file reaches back 12 months, so exercises whose three months ended at its beginning are not counted."
adds_up     = ["denominator + not_yet_due = consultations_held.numerator"]
*/
with held as (
    select *, (held_date + to_months(3))::date as due_on
    from consultation
    where in_months_to(held_date, 12, month_end())
)
select
    consultation_id as subject,
    due_on <= month_end() and coalesce(reported_back <= due_on, false) as numerator,
    due_on <= month_end() as denominator,
    due_on
from held
