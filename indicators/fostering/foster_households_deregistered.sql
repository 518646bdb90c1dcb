/*
title       = "Foster households de-registered in the last 12 months"
numerator   = "Households whose approval ended in the 12 months to month end, relatives and friends included"
unit        = "count"
good        = "low"
why         = "Some leave because a child found a home for good, some because nobody answered the telephone. The list gives each reason."
source      = "Ofsted, Fostering in England, de-registrations in the year; the measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "de-registrations of foster households"
beside      = ["foster_households_approved", "foster_households_coming_and_leaving"]
differs     = "Relatives and friends whose child left or who became guardians are among them: it is no loss that they stop."
*/
select
    household_id || '/' || end_date as subject,
    true as numerator,
    true as denominator
from fostering_households
where in_months_to(end_date, 12, month_end())
