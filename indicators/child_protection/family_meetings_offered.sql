/*
title       = "Family meetings offered in the letter before proceedings"
numerator   = "Letters of these that offered a meeting of family group decision making"
denominator = "Letters before proceedings sent in the 12 months to month end, one for each child"
unit        = "percent"
good        = "high"
why         = "A family that meets may find a plan and a home within itself. Whoever is not asked cannot."
source      = "DfE, children in need census 2026/27, module 5, N00827 and N00828; Children's Wellbeing and Schools Act 2026, section 1"
national    = "family_network"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "letters"
*/
select
    pre_proceedings_id as subject,
    child_id,
    team,
    coalesce(meeting_offered = 'Y', false) as numerator,
    true as denominator
from pre_proceedings
where in_months_to(letter_date, 12, month_end())
