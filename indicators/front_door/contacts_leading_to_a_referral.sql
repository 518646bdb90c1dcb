/*
title       = "Contacts that led to a referral"
numerator   = "Contacts decided to be a referral to children's social care"
denominator = "Contacts of the 12 months to month end on which it has been decided what to do"
unit        = "percent"
good        = "none"
why         = "Few may mean that others do not know the threshold, or that it is high; many, that advice and early help are hard to come by."
source      = "Regional Improvement and Innovation Alliances; no national figure is published"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "contacts"
differs     = "A contact on which nothing is decided is not yet due and stands in neither number."
adds_up     = ["denominator + not_yet_due = contacts_rate.numerator"]
*/
select
    contact_id as subject,
    child_id,
    team,
    coalesce(outcome = 'REF', false) as numerator,
    outcome is not null as denominator
from contacts
where in_months_to(contact_date, 12, month_end())
