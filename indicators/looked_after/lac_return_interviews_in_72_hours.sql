/*
title       = "Return home interviews within 72 hours"
numerator   = "Episodes of these after which an interview was held by the third day"
denominator = "Missing episodes that ended in the 12 months to month end, once the third day has come"
unit        = "percent"
good        = "high"
why         = "What a child will say about where they were, they say soon or not at all."
source      = "Statutory guidance on children who run away or go missing from home or care, 2014; no national figure is published"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "episodes"
differs     = "Only what began while the child was looked after counts. The guidance asks for 72 hours from return; only days are held, so ours is by the third day after it. An interview that the child refused is not in time, as it was not held."
*/
with in_care as (
    select distinct missing_episodes.child_id, missing_episodes.start_date
    from missing_episodes
    join looked_after_children on looked_after_children.child_id = missing_episodes.child_id
        and begun_within(missing_episodes.start_date, looked_after_children.start_date, looked_after_children.end_date)
)
select
    missing_episodes.child_id || ' ' || missing_episodes.start_date as subject,
    missing_episodes.child_id,
    teams.team,
    missing_episodes.end_date + 3 <= month_end() and coalesce(missing_episodes.interview_date <= missing_episodes.end_date + 3, false) as numerator,
    missing_episodes.end_date + 3 <= month_end() as denominator,
    missing_episodes.end_date + 3 as due_on
from missing_episodes
join in_care on in_care.child_id = missing_episodes.child_id and in_care.start_date = missing_episodes.start_date
left join teams_in_care() as teams on teams.child_id = missing_episodes.child_id
where missing_episodes.kind = 'M'
    and in_months_to(missing_episodes.end_date, 12, month_end())
