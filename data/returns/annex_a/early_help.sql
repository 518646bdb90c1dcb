/*
whole = "6 months"
loses = "When and why early help ended is not in the list."
*/
select
    origin,
    named_after(child, start) as early_help_id,
    child as child_id,
    start as start_date,
    completion as assessment_date,
    organisation as organisation
from list_2
