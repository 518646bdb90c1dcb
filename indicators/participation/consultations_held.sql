/*
title       = "Consultations held with children and young people"
numerator   = "Exercises of consultation held in the 12 months to month end"
unit        = "count"
good        = "high"
why         = "Those who are helped know best whether it helps."
source      = "Local measure of the founding report's programme of consultation; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Participation lead"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "exercises"
*/
select
    consultation_id as subject,
    true as numerator,
    true as denominator
from consultation
where in_months_to(held_date, 12, month_end())
