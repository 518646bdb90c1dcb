/*
title       = "Audits followed up that found better work"
numerator   = "Follow-up audits of these with a better grade than the audit they follow, or good again"
denominator = "Follow-up audits completed in the three months to month end, of an audit of the last 12 months, both graded"
unit        = "percent"
good        = "high"
why         = "An audit is worth what changes after it."
source      = "Local; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "audits"
differs     = "Where a grade was moderated, the moderated one counts. The audit followed must be in the file, which reaches back 12 months."
*/
with graded as (
    select
        *,
        coalesce(moderated_grade, grade) in ('O', 'G') as good,
        list_position(['I', 'RI', 'G', 'O'], coalesce(moderated_grade, grade)) as step
    from audits
    where coalesce(moderated_grade, grade) is not null
        and in_months_to(audit_date, 12, month_end())
)
select
    later.audit_id as subject,
    later.child_id,
    later.team,
    later.step > earlier.step or later.good as numerator,
    true as denominator
from graded as later
join graded as earlier on earlier.audit_id = later.previous_audit_id
where in_months_to(later.audit_date, 3, month_end())
