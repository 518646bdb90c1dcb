/*
whole = "6 months"
loses = "What was decided about each contact, and when, is not in the list."
*/
select
    origin,
    named_after(child, contact) || coalesce('-' || source, '') as contact_id,
    child as child_id,
    contact as contact_date,
    source as source
from list_1
