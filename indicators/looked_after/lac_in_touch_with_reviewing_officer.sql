/*
title       = "Looked-after children whose reviewing officer was in touch between reviews"
numerator   = "Children of these with whom the officer was in touch in the six months to month end, outside a review"
denominator = "Children looked after through the six months to month end, short breaks left out"
unit        = "percent"
good        = "high"
why         = "A child who hears from the officer only at reviews has nobody to tell in between. The founding report said that the officers' role had been boosted."
source      = "Independent reviewing officers' handbook (2010), chapter 3; Ofsted, Annex A, list 8, date of last contact. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of safeguarding and review"
review_by   = 2027-04-01
looks_back  = { reviewing_officer_contacts = 6, looked_after_children = 6 }
beside      = ["reviewing_officer_caseload"]
differs     = "Six months are the longest time between two reviews. Contact with the child counts, by whichever officer; a check of the plan with others does not. A child who left care and came back within the six months is in neither number."
*/
with in_touch as (
    select distinct child_id
    from reviewing_officer_contacts
    where kind = 'CHILD'
        and in_months_to(contact_date, 6, month_end())
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    in_touch.child_id is not null as numerator,
    true as denominator
from looked_after_since(month_end()) as in_care
left join in_touch on in_touch.child_id = in_care.child_id
where in_care.since is null or in_care.since <= months_before(month_end(), 6)
