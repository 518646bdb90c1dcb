/*
whole = "month end"
loses = "When a young person became entitled and when support ended is not in the list."
*/
select
    origin,
    child as child_id,
    eligibility as eligibility,
    in_touch as in_touch,
    -- Y, other accommodation, that is suitable, is Y1. Either without the other is no code, and is told.
    case
        when accommodation is not null or suitability is not null
            then coalesce(accommodation, '') || case suitability when 'SUITABLE' then '1' when 'UNSUITABLE' then '2' else '' end
    end as accommodation,
    activity as activity,
    pathway_review as review_date,
    team as team
from list_9
