/*
title       = "Reviews in which looked-after children took part"
numerator   = "Reviews of these in which the child spoke, an advocate spoke, or views were conveyed in another way (PN1 to PN6)"
denominator = "Reviews held in the 12 months to month end of children aged 4 or over at the time"
unit        = "percent"
good        = "high"
why         = "It is the child's life. A plan made without the child's view is a plan for somebody else."
source      = "DfE, SSDA903 return, review participation codes; Care Planning, Placement and Case Review (England) Regulations 2010, schedule 7. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = { lac_reviews = 12 }
subjects    = "reviews"
differs     = "A child who attended and conveyed no views (PN4) took part, as in the former national indicator. PN0, under 4, is in neither number."
*/
select
    lac_reviews.child_id || ' ' || lac_reviews.review_date as subject,
    lac_reviews.child_id,
    teams.team,
    lac_reviews.participation in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6') as numerator,
    true as denominator
from lac_reviews
left join teams_in_care() as teams on teams.child_id = lac_reviews.child_id
where in_months_to(lac_reviews.review_date, 12, month_end())
    and lac_reviews.participation <> 'PN0'
