/*
whole = "month end"
loses = "The name of a personal adviser is not kept, only a sign that stands for it. When a young person became entitled and when support ended is not in the list."
*/
select
    origin,
    child as child_id,
    eligibility as eligibility,
    in_touch as in_touch,
    -- Y, other accommodation, that is suitable, is Y1. Either without the other is no code: it is left out, and asked.
    case
        when accommodation is not null and suitability is not null
            then accommodation || case suitability when 'SUITABLE' then '1' when 'UNSUITABLE' then '2' else '' end
    end as accommodation,
    activity as activity,
    pathway_review as review_date,
    contact as last_contact,
    -- The list has the adviser's name, which is not kept: a sign stands for it.
    case when adviser is not null then 'PA-' || left(md5(upper(adviser)), 12) end as personal_adviser_id,
    team as team,
    case
        when accommodation is not null and suitability is null
            then 'the type of accommodation is given, and not whether it is suitable'
        when accommodation is null and suitability is not null
            then 'the list says whether the accommodation is suitable, and not of what type it is'
    end || ': the two are one code, so neither is counted. Give the other, or say why it is not known.' as differs
from list_9
