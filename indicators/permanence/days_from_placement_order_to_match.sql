/*
title       = "Days from placement order to match"
numerator   = "Days from the placement order to the day the match was agreed"
denominator = "Children matched with adopters in the 12 months to month end who had a placement order"
unit        = "average"
good        = "low"
why         = "Once the court has decided, only finding the right people is left."
source      = "DfE, Adoption and special guardianship leadership board, quarterly data collection; Adoption and Children Act 2002; former adoption scorecards, indicator A2"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { permanence = 12 }
halves      = ["days", "children"]
differs     = "DfE averages three years and calls it A2, with a threshold of 121 days; ours takes the last 12 months, and so moves more. A child placed with consent, without an order, is in neither number."
*/
select
    child_id as subject,
    child_id,
    team,
    matched_date - placement_order_date as numerator,
    true as denominator
from permanence
where in_months_to(matched_date, 12, month_end())
    and placement_order_date is not null
