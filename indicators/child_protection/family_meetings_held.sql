/*
title       = "Family meetings held of those offered"
numerator   = "Children of these whose family met in the time of pre-proceedings"
denominator = "Children whose pre-proceedings were decided in the 12 months to month end, and whose family had been offered a meeting"
unit        = "percent"
good        = "high"
why         = "An offer in a letter helps nobody if the meeting does not come about: it takes somebody who prepares it."
source      = "DfE, children in need census 2026/27, module 5, N00829, rule 9010Q"
national    = "family_network"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
beside      = ["family_meetings_offered"]
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    coalesce(meeting_held = 'Y', false) as numerator,
    true as denominator
from pre_proceedings
where in_months_to(decision_date, 12, month_end())
    and meeting_offered = 'Y'
