/*
whole = "6 months"
loses = "Factors found at the end of the assessment are not in the list."
*/
select
    origin,
    named_after(child, start) as assessment_id,
    child as child_id,
    start as start_date,
    authorised as authorised_date,
    seen as child_seen,
    support as support_required,
    team as team
from list_4
