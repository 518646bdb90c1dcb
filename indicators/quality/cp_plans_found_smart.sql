/*
title       = "Child protection plans that audits found SMART"
numerator   = "Plans of these found specific, measurable and dated"
denominator = "Audits of the three months to month end that looked at the plan of a child with a child protection plan on that day"
unit        = "percent"
good        = "high"
why         = "A family can only do what a plan says clearly. The founding report asked for the quality of protection plans to be strengthened."
source      = "Local measure of the founding report; no national figure is published"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { audits = 3, child_protection_plans = 3 }
subjects    = "audits"
without     = ["child_protection_plans.other_authority"]
differs     = "A file that does not mark the plans of another authority counts them with ours."
*/
with planned as (
    select distinct audits.audit_id
    from audits
    join child_protection_plans as plans
        on plans.child_id = audits.child_id
        and open_on(plans.start_date, plans.end_date, audits.audit_date)
        and coalesce(plans.other_authority, 'N') = 'N'
)
select
    audits.audit_id as subject,
    audits.child_id,
    audits.team,
    audits.smart_plan = 'Y' as numerator,
    true as denominator
from audits
join planned on planned.audit_id = audits.audit_id
where audits.kind in ('THEMATIC', 'GENERIC')
    and audits.smart_plan is not null
    and in_months_to(audits.audit_date, 3, month_end())
