/*
title       = "Supervision records that audits found reflective"
numerator   = "Audits of these that found reflection in the records"
denominator = "Audits of supervision records in the 12 months to month end that say whether they did"
unit        = "percent"
good        = "high"
why         = "Managers say of their own sessions that they were reflective. An auditor reads what they wrote."
source      = "Local measure of the founding report; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "audits"
beside      = ["supervision_with_reflection"]
adds_up     = ["denominator = supervision_audits_held.numerator over 12 months"]
*/
select
    audit_id as subject,
    team,
    reflective = 'Y' as numerator,
    true as denominator
from audits
where kind = 'SUPERVISION'
    and reflective is not null
    and in_months_to(audit_date, 12, month_end())
