/*
whole = "6 months"
loses = "When an enquiry ended, and by when the conference should have been held, is not in the list."
*/
select
    origin,
    named_after(child, start) as enquiry_id,
    child as child_id,
    start as start_date,
    unnecessary as conference_not_required,
    conference as conference_date,
    plan as plan_made,
    team as team
from list_5
