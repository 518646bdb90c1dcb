/*
title       = "Review conferences with a parent"
numerator   = "Reviews of these in which a parent or carer took part"
denominator = "Review conferences held in the 12 months to month end of which it is known"
unit        = "percent"
good        = "high"
why         = "A plan works through the parents, or it does not work."
source      = "Local measure; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = { cp_reviews = 12 }
subjects    = "reviews"
*/
with teams as (
    select plan_id, min(team) as team
    from child_protection_plans
    group by plan_id
)
select
    cp_reviews.review_id as subject,
    cp_reviews.child_id,
    teams.team,
    cp_reviews.parent_attended = 'Y' as numerator,
    true as denominator
from cp_reviews
left join teams on teams.plan_id = cp_reviews.plan_id
where in_months_to(cp_reviews.held_date, 12, month_end())
    and cp_reviews.parent_attended is not null
