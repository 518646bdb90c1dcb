/*
title       = "Rate of contacts"
numerator   = "Children in contacts made in the 12 months to month end, each child in each contact"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It lets authorities of different sizes be compared, once they agree what a contact is."
source      = "Ofsted, Annex A list 1; no national figure is published. ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "contacts"
differs     = "Authorities differ in what they record as a contact, so compare with care."
adds_up     = ["numerator = contacts_made.numerator over 12 months"]
*/
select
    contact_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from contacts
where in_months_to(contact_date, 12, month_end())
