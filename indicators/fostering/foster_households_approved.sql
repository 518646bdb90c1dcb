/*
title       = "Foster households approved in the last 12 months"
numerator   = "Households approved to foster in the 12 months to month end, relatives and friends included"
unit        = "count"
good        = "high"
why         = "Carers retire each year. Without as many new ones, children move to agencies, and further away."
source      = "Ofsted, Fostering in England, approvals in the year; the measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "approvals of foster households"
beside      = ["foster_households_deregistered", "foster_households_coming_and_leaving"]
differs     = "A household that was approved and de-registered within the 12 months counts."
*/
select
    household_id || '/' || approval_date as subject,
    true as numerator,
    true as denominator
from fostering_households
where in_months_to(approval_date, 12, month_end())
