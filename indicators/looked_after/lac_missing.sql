/*
title       = "Looked-after children who went missing"
numerator   = "Children of these who went missing from care in the 12 months"
denominator = "Children looked after at any time in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A missing child is in danger that night. Those who go again and again are running from something or to somebody."
source      = "DfE, Children looked after in England, children who were missing or away without authorisation during the year to 31 March; Statutory guidance on children who run away or go missing from home or care, 2014"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
beside      = ["lac_away_without_authorisation"]
looks_back  = 12
differs     = "Only what began while the child was looked after counts. DfE counts the year to 31 March; ours is the 12 months to each month end, by the day the child went missing. Authorities draw the line between missing and away differently."
adds_up     = ["denominator = lac_away_without_authorisation.denominator"]
*/
with in_care as (
    select child_id, latest_begun(team, start_date, end_date) as team
    from looked_after_children
    where start_date <= month_end()
        and (end_date is null or end_date > months_before(month_end(), 12))
        and not_short_break(legal_status)
    group by child_id
),
gone as (
    select distinct missing_episodes.child_id
    from missing_episodes
    join looked_after_children on looked_after_children.child_id = missing_episodes.child_id
        and begun_within(missing_episodes.start_date, looked_after_children.start_date, looked_after_children.end_date)
    where missing_episodes.kind = 'M'
        and in_months_to(missing_episodes.start_date, 12, month_end())
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    gone.child_id is not null as numerator,
    true as denominator
from in_care
left join gone on gone.child_id = in_care.child_id
