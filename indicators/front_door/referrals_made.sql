/*
title       = "Referrals made in the month"
numerator   = "Referrals of children to children's social care made in the month"
unit        = "count"
good        = "none"
why         = "It is the work that assessment teams are given. It follows the school year, so look at the same month a year before."
source      = "DfE, Characteristics of children in need, referrals"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 1
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is each month. Referrals that led to no further action are counted, as DfE does."
*/
select
    referral_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 1, month_end())
