/*
title       = "Referrals from the police"
numerator   = "Referrals made by the police"
denominator = "Referrals made in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "Most referrals of the police are about domestic abuse. A sudden fall may mean a broken line between systems."
source      = "DfE, Characteristics of children in need, referrals by source"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end."
adds_up     = ["denominator = referrals_in_the_year.numerator"]
*/
select
    referral_id as subject,
    child_id,
    team,
    source = '6' as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
