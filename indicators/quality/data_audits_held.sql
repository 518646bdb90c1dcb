/*
title       = "Data audits held in the month"
numerator   = "Audits of records, for whether what they say is so, completed in the month"
unit        = "count"
good        = "high"
why         = "Every other figure here is as good as the records it is made of."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Performance and data manager"
review_by   = 2027-04-01
looks_back  = 1
subjects    = "audits"
*/
select
    audit_id as subject,
    team,
    true as numerator,
    true as denominator
from audits
where kind = 'DATA'
    and in_months_to(audit_date, 1, month_end())
