/*
title       = "Audits graded good or better"
numerator   = "Audits of these graded good or outstanding"
denominator = "Audits of cases completed in the three months to month end and graded"
unit        = "percent"
good        = "high"
why         = "It is the nearest thing there is to a measure of the work itself."
source      = "Local; Ofsted, inspecting local authority children's services, the four-point scale. No national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 3
subjects    = "audits"
beside      = ["generic_audits_done"]
differs     = "Where a grade was moderated, the moderated one counts."
*/
select
    audit_id as subject,
    child_id,
    team,
    coalesce(moderated_grade, grade) in ('O', 'G') as numerator,
    true as denominator
from audits
where kind in ('THEMATIC', 'GENERIC')
    and coalesce(moderated_grade, grade) is not null
    and in_months_to(audit_date, 3, month_end())
