/*
title       = "Initial conferences that made a plan"
numerator   = "Conferences of these that made a child protection plan"
denominator = "Initial child protection conferences held in the 12 months to month end whose outcome is known, one for each child"
unit        = "percent"
good        = "none"
why         = "Where few conferences make a plan, families are called to them too readily; where all do, they may come too late."
source      = "Local measure of DfE's initial conferences and plans; no national figure is published as such"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "conferences"
without     = ["section_47_enquiries.transfer_in"]
differs     = "A file that does not mark conferences for children who moved here counts them as ours."
adds_up     = ["denominator = initial_conferences_in_15_working_days.denominator"]
*/
select
    enquiry_id as subject,
    child_id,
    team,
    plan_made = 'Y' as numerator,
    true as denominator
from section_47_enquiries
where in_months_to(conference_date, 12, month_end())
    and plan_made is not null
    and coalesce(transfer_in, 'N') = 'N'
