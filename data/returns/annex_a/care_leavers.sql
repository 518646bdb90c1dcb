/*
whole = "month end"
loses = "The name of a personal adviser is not kept, only a sign that stands for it. When a young person became entitled and when support ended is not in the list."
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
    contact as last_contact,
    -- The list has the adviser's name, which is not kept: a sign stands for it.
    case when adviser is not null then 'PA-' || left(md5(upper(adviser)), 12) end as personal_adviser_id,
    team as team
from list_9
