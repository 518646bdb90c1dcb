/*
whole = "6 months"
*/
select
    origin,
    named_after(child, start) as plan_id,
    child as child_id,
    start as start_date,
    "end" as end_date,
    initial_category as initial_category,
    category as category,
    previous as previous_plans,
    visit as last_visit,
    alone as seen_alone,
    review as last_review,
    emergency as emergency_protection,
    team as team
from list_7
