/*
title       = "Children seen during their assessment"
numerator   = "Assessments during which the child was seen"
denominator = "Assessments authorised in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Nobody can say how a child is without having seen the child."
source      = "Ofsted, Annex A list 4; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
looks_back  = { assessments = 12 }
subjects    = "assessments"
differs     = "Where it is not recorded whether the child was seen, it counts as not seen. Assessments of unborn children are left out where the date of birth is known."
*/
select
    assessments.assessment_id as subject,
    assessments.child_id,
    assessments.team,
    coalesce(assessments.child_seen = 'Y', false) as numerator,
    true as denominator
from assessments
left join children on children.child_id = assessments.child_id
where in_months_to(assessments.authorised_date, 12, month_end())
    and coalesce(children.date_of_birth <= assessments.authorised_date, true)
