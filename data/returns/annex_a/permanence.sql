/*
whole = "12 months"
loses = "Special guardianship and child arrangements orders are not in the list, nor is the team."
*/
select
    origin,
    child as child_id,
    entered as entered_care,
    decision as decision_date,
    placement_order as placement_order_date,
    matched as matched_date,
    fostered as foster_to_adopt_date,
    placed as placed_date,
    "order" as order_date,
    case when "order" is not null then 'ADOPTION' end as order_type,
    reversed as reversed_date,
    reason as reversed_reason
from list_10
