/*
title       = "Children and young people heard in consultations"
numerator   = "Children who took part in exercises held in the 12 months to month end"
unit        = "count"
good        = "high"
why         = "An exercise that reaches six of three hundred hears the six who always come."
source      = "Local measure of the founding report's programme of consultation; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Participation lead"
review_by   = 2027-04-01
looks_back  = 12
beside      = ["consultations_held"]
differs     = "An exercise counts children and names none: a child who took part in two is counted twice."
*/
select
    consultation_id as subject,
    children_heard as numerator,
    true as denominator
from consultation
where in_months_to(held_date, 12, month_end())
