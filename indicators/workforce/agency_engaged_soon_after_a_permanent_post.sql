/*
title       = "Agency workers engaged soon after a permanent post nearby"
numerator   = "Agency assignments in force at month end, begun since 31 October 2024, of workers who had left a permanent post in the region within three months before"
unit        = "count"
good        = "low"
why         = "Who leaves a post and comes back through an agency next door costs more, and leaves families twice."
source      = "Child and family social workers: agency rules, statutory guidance 2024: three months between a substantive post and an assignment in the region; no figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
never       = "An agency worker engaged within three months of leaving a permanent post in the region"
limit       = "statutory"
never_from  = 2024-10-31
differs     = "The guidance lets some be engaged at once, such as those made redundant or in their probation: the list shows them, too. Where nobody recorded it, an assignment does not count."
*/
select
    assignment_id as subject,
    team,
    true as numerator,
    true as denominator
from agency_assignments
where open_on(start_date, end_date, month_end())
    and start_date >= date '2024-10-31'
    and left_permanent_post = 'Y'
