/*
title       = "Thematic audits held in the month"
numerator   = "Days of the month on which cases were audited on a theme"
unit        = "count"
good        = "high"
why         = "A whole day on one theme shows what single cases do not: how section 47 enquiries end, whether missing children are talked to."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 1
subjects    = "audit days"
differs     = "Two a month are meant. All audits of one theme on one day are one thematic audit, however many cases were read."
*/
select
    theme || '-' || audit_date as subject,
    true as numerator,
    true as denominator
from audits
where kind = 'THEMATIC'
    and in_months_to(audit_date, 1, month_end())
group by theme, audit_date
