/*
title       = "Vacant foster places"
numerator   = "Places of these that are vacant and can be used"
denominator = "Approved places of foster households for any child at month end, where it is known how many are vacant"
unit        = "percent"
good        = "none"
why         = "Too few vacancies leave no choice for the child who comes tonight; too many may say that carers and children do not fit."
source      = "Children Act 1989, section 22G, sufficiency; Ofsted, Fostering in England, whose measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
subjects    = "foster households"
halves      = ["vacant places", "approved places"]
beside      = ["foster_households"]
differs     = "Relatives and friends, who take in nobody else, are left out. A place that is neither filled nor to be used is not vacant."
*/
select
    household_id as subject,
    sum(places_vacant) as numerator,
    sum(places) as denominator
from fostering_households
where open_on(approval_date, end_date, month_end())
    and kind = 'MAINSTREAM'
    and places > 0
    and places_vacant is not null
group by household_id
