/*
title       = "Contacts made in the month"
numerator   = "Children in contacts made in the month, each child in each contact"
unit        = "count"
good        = "none"
why         = "It is the demand that meets the front door. A rise may mean more harm, more worry, or less help to be had elsewhere."
source      = "Ofsted, Annex A list 1; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 1
subjects    = "contacts"
differs     = "A contact about three children is counted three times, as in Annex A."
*/
select
    contact_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from contacts
where in_months_to(contact_date, 1, month_end())
