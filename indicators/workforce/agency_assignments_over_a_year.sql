/*
title       = "Agency assignments of a year or more"
numerator   = "Assignments of these that began 12 months ago or earlier"
denominator = "Agency assignments in force at month end"
unit        = "percent"
good        = "low"
why         = "What was meant to bridge a gap has become the post. Families know the worker; the authority pays half as much again."
source      = "Child and family social workers: agency rules, statutory guidance 2024; no figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
beside      = ["agency_assignment_median_weeks"]
differs     = "An assignment that was made again after an end counts from when it was made again."
adds_up     = ["denominator = agency_assignments_in_force.numerator"]
*/
select
    assignment_id as subject,
    team,
    start_date <= months_before(month_end(), 12) as numerator,
    true as denominator
from agency_assignments
where open_on(start_date, end_date, month_end())
