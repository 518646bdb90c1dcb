/*
title       = "Rate of initial child protection conferences"
numerator   = "Children for whom an initial conference was held in the 12 months to month end, each conference counted"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "Between enquiries and plans, it shows where the threshold lies."
source      = "DfE, Characteristics of children in need, initial child protection conferences per 10,000 children; ONS mid-year population estimates"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
published   = "enquiries_and_conferences.conferences_rate"
looks_back  = 12
subjects    = "conferences"
without     = ["section_47_enquiries.transfer_in"]
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end, over the latest estimate whose 30 June has passed. A file that does not mark conferences for children who moved here counts them as ours."
adds_up     = ["numerator = initial_conferences_in_15_working_days.denominator"]
*/
select
    enquiry_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from section_47_enquiries
where in_months_to(conference_date, 12, month_end())
    and coalesce(transfer_in, 'N') = 'N'
