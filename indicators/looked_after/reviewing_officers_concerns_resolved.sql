/*
title       = "Concerns of reviewing officers resolved in 20 working days"
numerator   = "Concerns of these that were resolved by the twentieth working day"
denominator = "Concerns that reviewing officers took up in the 12 months to month end, once the twentieth working day has come"
unit        = "percent"
good        = "high"
why         = "An officer who says that a plan fails a child, and gets no answer, has been heard by nobody either."
source      = "Independent reviewing officers' handbook (2010), 6.4: resolution within 20 working days; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of safeguarding and review"
review_by   = 2027-04-01
looks_back  = { reviewing_officer_contacts = 12 }
subjects    = "concerns"
differs     = "One still open is late from the day after the twentieth working day; until that day it is not yet due, resolved or not. The team is that which held the child's case in care last."
*/
select
    reviewing_officer_contacts.officer_contact_id as subject,
    reviewing_officer_contacts.child_id,
    teams.team,
    working_day_after(contact_date, 20) <= month_end()
        and coalesce(resolved_date <= working_day_after(contact_date, 20), false) as numerator,
    working_day_after(contact_date, 20) <= month_end() as denominator,
    working_day_after(contact_date, 20) as due_on
from reviewing_officer_contacts
left join teams_in_care() as teams on teams.child_id = reviewing_officer_contacts.child_id
where reviewing_officer_contacts.kind = 'ESCALATION'
    and in_months_to(reviewing_officer_contacts.contact_date, 12, month_end())
