/*
title       = "Moderated audits whose grade was kept"
numerator   = "Audits of these whose moderated grade is the auditor's"
denominator = "Audits completed in the 12 months to month end that were graded and moderated"
unit        = "percent"
good        = "high"
why         = "Grades that moderation overturns tell more of the auditors than of the work."
source      = "Local; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "audits"
*/
select
    audit_id as subject,
    child_id,
    team,
    moderated_grade = grade as numerator,
    true as denominator
from audits
where grade is not null
    and moderated_grade is not null
    and in_months_to(audit_date, 12, month_end())
