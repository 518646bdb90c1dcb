/*
title       = "Looked-after children missing for more than 24 hours at month end"
numerator   = "Children of these who were missing at the end of the month end and had gone on a day before it"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Where is this child tonight? Each one is asked about by name, every day until found."
source      = "Statutory guidance on children who run away or go missing from home or care, 2014; no national figure is published"
national    = "safe"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
never       = "A looked-after child missing for more than 24 hours"
limit       = "local"
beside      = ["lac_missing_over_24_hours"]
differs     = "Only days are held: a child who went on the month end itself is not counted, since it may be less than 24 hours. One away without authorisation, whose whereabouts are known, is not missing."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with missing as (
    select distinct child_id
    from missing_episodes
    where kind = 'M'
        and start_date < month_end()
        and (end_date is null or end_date > month_end())
)
select
    looked_after_children.child_id as subject,
    looked_after_children.child_id,
    min(looked_after_children.team) as team,
    bool_or(missing.child_id is not null) as numerator,
    true as denominator
from looked_after_children
left join missing on missing.child_id = looked_after_children.child_id
where open_on(looked_after_children.start_date, looked_after_children.end_date, month_end())
    and not_short_break(looked_after_children.legal_status)
group by looked_after_children.child_id
