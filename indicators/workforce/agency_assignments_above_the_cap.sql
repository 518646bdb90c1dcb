/*
title       = "Agency assignments priced above the region's cap"
numerator   = "Assignments of these for which more is paid than the cap of their job type"
denominator = "Agency assignments in force at month end of which price and cap are known"
unit        = "percent"
good        = "low"
why         = "Where one authority pays more than was agreed, its neighbours lose workers, or follow."
source      = "Child and family social workers: agency rules, statutory guidance 2024: regional price caps, for every contract since 1 October 2025; no figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "agency assignments"
beside      = ["agency_assignments_in_force", "agency_share_of_staff_cost"]
differs     = "A price of exactly the cap is within it. Where the region has no cap, or the price is not known, an assignment is in neither number. A payment above the cap that the region agreed to counts, too."
*/
select
    assignment_id as subject,
    team,
    hourly_price > price_cap as numerator,
    true as denominator
from agency_assignments
where open_on(start_date, end_date, month_end())
    and hourly_price is not null
    and price_cap is not null
