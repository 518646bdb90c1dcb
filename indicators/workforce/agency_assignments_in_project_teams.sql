/*
title       = "Agency assignments in project teams"
numerator   = "Assignments of these that came in a project team or another package"
denominator = "Agency assignments in force at month end"
unit        = "percent"
good        = "none"
why         = "A team that is bought whole takes work off others at once. It must still be the authority that says how families are worked with, and who does it."
source      = "Child and family social workers: agency rules, statutory guidance 2024; no figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
beside      = ["agency_assignments_above_the_cap"]
adds_up     = ["denominator = agency_assignments_in_force.numerator"]
*/
select
    assignment_id as subject,
    team,
    project_team = 'Y' as numerator,
    true as denominator
from agency_assignments
where open_on(start_date, end_date, month_end())
