/*
title       = "Fostering enquiries that became applications"
numerator   = "Enquiries of these of which an application came"
denominator = "Fostering enquiries of which it became known in the 12 months to month end what came of them"
unit        = "percent"
good        = "high"
why         = "People who ask and are not visited soon go to an agency, or think again."
source      = "Local; enquiries and applications are in Ofsted's Fostering in England, whose measures are of fostering services and not set beside ours"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "enquiries"
beside      = ["fostering_enquiries_received"]
differs     = "It is by the day of the outcome: an enquiry that is still open is in neither number, so that a slow answer hides nothing for good."
*/
select
    enquiry_id as subject,
    outcome = 'APPLIED' as numerator,
    true as denominator
from fostering_enquiries
where in_months_to(outcome_date, 12, month_end())
    and outcome is not null
