/*
title       = "Fostering enquiries in the last 12 months"
numerator   = "Households that enquired about fostering for the authority in the 12 months to month end"
unit        = "count"
good        = "high"
why         = "Approvals of next year begin with whoever asks this year."
source      = "Ofsted, Fostering in England, initial enquiries in the year; the measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "enquiries"
beside      = ["fostering_enquiries_applied"]
differs     = "A household that enquired twice counts twice. What counts as an enquiry is as the authority records it."
*/
select
    enquiry_id as subject,
    true as numerator,
    true as denominator
from fostering_enquiries
where in_months_to(enquiry_date, 12, month_end())
