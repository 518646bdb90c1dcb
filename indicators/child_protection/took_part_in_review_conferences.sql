/*
title       = "Review conferences in which children on a plan took part"
numerator   = "Reviews of these in which the child spoke, an advocate spoke, or views were conveyed in another way (PN1 to PN6)"
denominator = "Review conferences held in the 12 months to month end of children aged 4 or over, whose participation is known"
unit        = "percent"
good        = "high"
why         = "It is the child's life. The founding report asked that children on a plan be heard."
source      = "Local measure, by the participation codes of DfE's SSDA903 return; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = { cp_reviews = 12 }
subjects    = "reviews"
differs     = "A child who attended and conveyed no views (PN4) took part. PN0, under 4, is in neither number."
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
    cp_reviews.child_participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') as numerator,
    true as denominator
from cp_reviews
left join teams on teams.plan_id = cp_reviews.plan_id
where in_months_to(cp_reviews.held_date, 12, month_end())
    and cp_reviews.child_participation <> 'PN0'
