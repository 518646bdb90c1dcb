/*
title       = "Foster households"
numerator   = "Households of the authority's own that are approved to foster at month end, relatives and friends included"
unit        = "count"
good        = "high"
why         = "A child can live nearby, with brothers and sisters, in a family that suits them only where there are families to choose from."
source      = "Children Act 1989, section 22G, sufficiency; Ofsted, Fostering in England, households approved at 31 March of a year, whose measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
subjects    = "foster households"
beside      = ["foster_households_approved", "foster_households_deregistered"]
differs     = "Independent agencies' households are not among them, nor carers with a temporary approval."
*/
select distinct
    household_id as subject,
    true as numerator,
    true as denominator
from fostering_households
where open_on(approval_date, end_date, month_end())
