/*
whole = "12 months"
*/
select
    origin,
    adopter as adopter_id,
    family as family_id,
    enquiry as enquiry_date,
    stage_1_start as stage_1_start,
    stage_1_end as stage_1_end,
    stage_2_start as stage_2_start,
    stage_2_end as stage_2_end,
    applied as applied_date,
    approved as approved_date,
    matched as matched_date,
    placed as placed_date,
    children as children_placed,
    "order" as order_date,
    "left" as left_date,
    reason as left_reason,
    fostering as foster_to_adopt,
    sex as sex,
    ethnicity as ethnicity,
    case when disability = 'N' then 'NONE' end as disability
from list_11
