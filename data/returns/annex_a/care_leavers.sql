/*
whole = "month end"
loses = "When a young person became entitled and when support ended is not in the list."
*/
select
    origin,
    child as child_id,
    eligibility as eligibility,
    in_touch as in_touch,
    -- "Y: Other accommodation" and "a) Suitable" are Y1.
    upper(left(accommodation, 1))
    || case when suitability ilike '%unsuitable%' then '2' when suitability ilike '%suitable%' then '1' else '' end
    as accommodation,
    activity as activity,
    pathway_review as review_date,
    team as team
from list_9
