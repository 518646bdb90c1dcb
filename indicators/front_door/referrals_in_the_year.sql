/*
title       = "Referrals in a year"
numerator   = "Referrals of children to children's social care in the 12 months to month end"
unit        = "count"
good        = "none"
why         = "It is the number that is published, and as a year holds every season once, it shows what single months hide."
source      = "DfE, Characteristics of children in need, referrals in the year"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
published   = "referrals.referrals"
looks_back  = 12
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. Referrals that led to no further action are counted, as DfE does."
adds_up     = ["numerator = referrals_made.numerator over 12 months"]
*/
select
    referral_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
