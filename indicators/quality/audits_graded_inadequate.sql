/*
title       = "Audits graded inadequate"
numerator   = "Audits of these graded inadequate"
denominator = "Audits of cases completed in the three months to month end and graded"
unit        = "percent"
good        = "low"
why         = "Each is a child whom the work failed, found by ourselves."
source      = "Local; Ofsted, inspecting local authority children's services, the four-point scale. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 3
subjects    = "audits"
differs     = "Where a grade was moderated, the moderated one counts."
adds_up     = ["denominator = audits_graded_good.denominator"]
*/
select
    audit_id as subject,
    child_id,
    team,
    coalesce(moderated_grade, grade) = 'I' as numerator,
    true as denominator
from audits
where kind in ('THEMATIC', 'GENERIC')
    and coalesce(moderated_grade, grade) is not null
    and in_months_to(audit_date, 3, month_end())
