/*
title       = "Missing episodes of more than a day"
numerator   = "Episodes of these after which the child was back two days later or more, or is missing for as long"
denominator = "Episodes missing from care that began in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "The longer a child is gone, the greater the danger, and the more people must be told."
source      = "Statutory guidance on children who run away or go missing from home or care, 2014; no national figure is published"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "episodes"
differs     = "Only what began while the child was looked after counts. The guidance speaks of 24 hours. Only days are held: a child gone on Monday and back on Tuesday may have been missing for longer than 24 hours and is not counted."
adds_up     = ["denominator = lac_missing_episodes.numerator"]
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
    coalesce(missing_episodes.end_date, month_end()) - missing_episodes.start_date >= 2 as numerator,
    true as denominator
from missing_episodes
join in_care on in_care.child_id = missing_episodes.child_id and in_care.start_date = missing_episodes.start_date
left join teams_in_care() as teams on teams.child_id = missing_episodes.child_id
where missing_episodes.kind = 'M'
    and in_months_to(missing_episodes.start_date, 12, month_end())
