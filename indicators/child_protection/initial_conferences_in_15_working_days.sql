/*
title       = "Initial conferences within 15 working days"
numerator   = "Conferences of these held within 15 working days of the strategy discussion"
denominator = "Initial child protection conferences held in the 12 months to month end, one for each child"
unit        = "percent"
good        = "high"
why         = "Until the conference, nobody has agreed how the child is kept safe."
source      = "Working Together to Safeguard Children; DfE, Characteristics of children in need, initial conferences within 15 working days of the start of the section 47 enquiry"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
published   = "enquiries_and_conferences.conferences_in_15_working_days"
beside      = ["audits_graded_good"]
looks_back  = 12
subjects    = "conferences"
without     = ["section_47_enquiries.transfer_in"]
differs     = "DfE counts the year to 31 March, from the start of the section 47 enquiry, and prints how many conferences took up to 10 and 11 to 15 days: the share is worked out here of these. Ours is the 12 months to each month end. A conference not yet held is in neither number. A file that does not mark conferences for children who moved here counts them as ours."
*/
select
    enquiry_id as subject,
    child_id,
    team,
    working_days_between(start_date, conference_date) <= 15 as numerator,
    true as denominator
from section_47_enquiries
where in_months_to(conference_date, 12, month_end())
    and coalesce(transfer_in, 'N') = 'N'
