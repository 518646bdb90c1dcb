/*
title       = "Rate of referrals"
numerator   = "Referrals of children to children's social care in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It lets authorities of different sizes be compared. A rate far from neighbours is a question about thresholds, not an answer."
source      = "DfE, Characteristics of children in need, rate of referrals per 10,000 children; ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
published   = "referrals.referrals_rate"
looks_back  = 12
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. Referrals that led to no further action are counted, as DfE does."
adds_up     = ["numerator = referrals_in_the_year.numerator"]
*/
select
    referral_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
