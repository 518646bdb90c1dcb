/*
title       = "Contacts decided within one working day"
numerator   = "Contacts on which it was decided what to do by the end of the next working day"
denominator = "Contacts whose next working day fell in the month"
unit        = "percent"
good        = "high"
why         = "A child at risk cannot wait while a message lies on a desk."
source      = "Working Together to Safeguard Children, a decision within one working day; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
beside      = ["repeat_contacts"]
looks_back  = 2
subjects    = "contacts"
differs     = "Each contact is counted in the month in which its decision fell due. One still undecided is late from the day that passes, and not yet due until then."
*/
with due as (
    select *, working_day_after(contact_date, 1) as due_on
    from contacts
)
select
    contact_id as subject,
    child_id,
    team,
    due_on <= month_end() and coalesce(decision_date <= due_on, false) as numerator,
    due_on <= month_end() as denominator,
    due_on
from due
where contact_date <= month_end()
    and due_on > months_before(month_end(), 1)
