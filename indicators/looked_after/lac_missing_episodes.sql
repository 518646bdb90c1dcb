/*
title       = "Episodes of looked-after children going missing"
numerator   = "Episodes missing from care that began in the 12 months to month end"
unit        = "count"
good        = "low"
why         = "Beside how many children, how often: a few children can make most of the episodes."
source      = "DfE, Children looked after in England, missing incidents during the year to 31 March; Statutory guidance on children who run away or go missing from home or care, 2014"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "episodes"
differs     = "Only what began while the child was looked after counts. DfE counts the year to 31 March; ours is the 12 months to each month end, by the day the child went missing."
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
    true as numerator,
    true as denominator
from missing_episodes
join in_care on in_care.child_id = missing_episodes.child_id and in_care.start_date = missing_episodes.start_date
left join teams_in_care() as teams on teams.child_id = missing_episodes.child_id
where missing_episodes.kind = 'M'
    and in_months_to(missing_episodes.start_date, 12, month_end())
