/*
title       = "Foster households that came, of all that came or left"
numerator   = "Households of these that were approved"
denominator = "Foster households approved and households de-registered in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "At 50% as many came as left. Above it there are more foster families than a year ago, and below it fewer: the net change is approvals less de-registrations."
source      = "Local; both numbers as in Ofsted's Fostering in England"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "approvals and de-registrations"
beside      = ["foster_households"]
differs     = "A household that was approved and de-registered within the 12 months counts twice, once as each."
adds_up     = ["numerator + foster_households_deregistered.numerator = denominator", "numerator = foster_households_approved.numerator"]
*/
with happened as (
    select household_id || '/approved/' || approval_date as subject, approval_date as day, true as came
    from fostering_households
    union all
    select household_id || '/left/' || end_date as subject, end_date as day, false as came
    from fostering_households
)
select
    subject,
    came as numerator,
    true as denominator
from happened
where in_months_to(day, 12, month_end())
