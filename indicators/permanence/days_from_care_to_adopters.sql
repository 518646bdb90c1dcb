/*
title       = "Days from entering care to moving in with adopters"
numerator   = "Days from the day care began to the day the child moved in"
denominator = "Children who moved in with adopters in the 12 months to month end"
unit        = "average"
good        = "low"
why         = "Each month of waiting is a month in which a small child learns that nobody stays."
source      = "DfE, Adoption and special guardianship leadership board, quarterly data collection; Adoption and Children Act 2002; former adoption scorecards, indicator A1"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { permanence = 12 }
halves      = ["days", "children"]
differs     = "DfE averages three years and calls it A1, with a threshold of 426 days; ours takes the last 12 months, and so moves more. A child who was fostered by those who then adopted counts from the day of the adoptive placement, not from moving in with them as in A10."
*/
select
    child_id as subject,
    child_id,
    team,
    placed_date - entered_care as numerator,
    true as denominator
from permanence
where in_months_to(placed_date, 12, month_end())
    and entered_care is not null
