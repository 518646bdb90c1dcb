/*
title       = "Children placed within a year of the decision"
numerator   = "Children of these who moved in within 12 months of the decision"
denominator = "Children who moved in with adopters in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "The decision that a child should be adopted is a promise, and a year is long for a child of two."
source      = "DfE, Adoption and special guardianship leadership board, quarterly data collection; Adoption and Children Act 2002 (formerly NI 61)"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { permanence = 12 }
differs     = "The twelve months run from the decision of the agency's decision maker. A child whose decision is not on record stands below and not above. Few are placed in a year, so look at several."
adds_up     = ["denominator = days_from_care_to_adopters.denominator"]
*/
select
    child_id as subject,
    child_id,
    team,
    coalesce(placed_date <= (decision_date + to_months(12))::date, false) as numerator,
    true as denominator
from permanence
where in_months_to(placed_date, 12, month_end())
