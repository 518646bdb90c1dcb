/*
title       = "Records found wrong by data audits"
numerator   = "Records of these that were wrong"
denominator = "Records looked at by data audits of the three months to month end"
unit        = "percent"
good        = "low"
why         = "A wrong record is a wrong figure, and may be a child whom nobody visits."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Performance and data manager"
review_by   = 2027-04-01
looks_back  = 3
subjects    = "audits"
halves      = ["records wrong", "records"]
differs     = "Audits differ in what they look for; compare a team with itself."
*/
select
    audit_id as subject,
    team,
    records_wrong as numerator,
    records_checked as denominator
from audits
where kind = 'DATA'
    and records_checked > 0
    and records_wrong is not null
    and in_months_to(audit_date, 3, month_end())
