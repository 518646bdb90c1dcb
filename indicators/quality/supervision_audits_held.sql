/*
title       = "Audits of supervision records held in the month"
numerator   = "Audits of a worker's supervision records completed in the month"
unit        = "count"
good        = "high"
why         = "The founding report planned an audit of supervision records for the autumn. Whether sessions took place is not what it would find out."
source      = "Local measure of the founding report's audit programme; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 1
subjects    = "audits"
beside      = ["supervision_records_found_reflective"]
*/
select
    audit_id as subject,
    team,
    true as numerator,
    true as denominator
from audits
where kind = 'SUPERVISION'
    and in_months_to(audit_date, 1, month_end())
