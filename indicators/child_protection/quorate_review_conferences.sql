/*
title       = "Review conferences with enough agencies"
numerator   = "Reviews of these in which enough agencies took part to decide"
denominator = "Review conferences held in the 12 months to month end of which it is known"
unit        = "percent"
good        = "high"
why         = "A plan that health, school or police had no part in is social care's alone."
source      = "Working Together to Safeguard Children; no national figure is published"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = { cp_reviews = 12 }
subjects    = "reviews"
adds_up     = ["denominator = parents_at_review_conferences.denominator"]
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
    cp_reviews.quorate = 'Y' as numerator,
    true as denominator
from cp_reviews
left join teams on teams.plan_id = cp_reviews.plan_id
where in_months_to(cp_reviews.held_date, 12, month_end())
    and cp_reviews.quorate is not null
