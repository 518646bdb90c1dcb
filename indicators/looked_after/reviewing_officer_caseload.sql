/*
title       = "Average caseload of reviewing officers"
numerator   = "Children whom these hold at month end"
denominator = "Reviewing officers and conference chairs who hold at least one child"
unit        = "average"
good        = "low"
why         = "An officer who holds eighty children chairs their reviews, and sees none of them in between. Guidance says 50 to 70."
source      = "Independent reviewing officers' handbook (2010), 7.15: 50 to 70 for a full-time officer; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Head of safeguarding and review"
review_by   = 2027-04-01
subjects    = "reviewing officers"
halves      = ["children", "reviewing officers"]
beside      = ["lac_in_touch_with_reviewing_officer"]
differs     = "It counts officers, not their hours: no extract holds these. Looked-after children and those on a protection plan count alike, where the handbook means looked-after children alone."
*/
select
    reviewing_officer_id as subject,
    count(distinct child_id) as numerator,
    true as denominator
from reviewing_officers
where open_on(start_date, end_date, month_end())
group by reviewing_officer_id
