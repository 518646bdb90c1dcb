/*
title       = "Agency assignments in force"
numerator   = "Assignments of agency child and family social workers in force at month end, project teams included"
unit        = "count"
good        = "low"
why         = "Each is a gap that the authority could not fill itself, and a worker who can leave at four weeks' notice."
source      = "Child and family social workers: agency rules, statutory guidance 2024, quarterly data collection; no monthly figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
beside      = ["agency_social_workers"]
differs     = "It counts assignments and not full-time equivalents: a worker with two assignments counts twice."
*/
select
    assignment_id as subject,
    team,
    true as numerator,
    true as denominator
from agency_assignments
where open_on(start_date, end_date, month_end())
