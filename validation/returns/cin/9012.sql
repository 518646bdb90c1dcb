/*
at          = ["pre_proceedings.application"]
name        = "before_the_decision"
reads       = ["pre_proceedings.decision"]
of_the_year = true
since       = 2026-04-01
sentence    = "it is {application_day}, outside the year of the census, or before the decision to step up, {decision_day}. Correct one of the two."
*/
select origin as row, application_day, decision_day
from pre_proceedings
where decision is not null and (not in_year(application_day) or application_day < decision_day)
