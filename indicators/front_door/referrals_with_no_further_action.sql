/*
title       = "Referrals with no further action"
numerator   = "Referrals that led to no further action"
denominator = "Referrals made in the 12 months to month end, but for those of which it is not recorded"
unit        = "percent"
good        = "none"
why         = "Each is a family that was worried about and not helped by social care: many suggest that the threshold is not shared."
source      = "DfE, Characteristics of children in need, referrals that led to no further action"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
beside      = ["re_referrals"]
published   = "referrals.no_further_action"
looks_back  = 12
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end."
adds_up     = ["denominator = referrals_in_the_year.numerator", "numerator + cin_episodes_started_rate.numerator = referrals_in_the_year.numerator"]
*/
select
    referral_id as subject,
    child_id,
    team,
    no_further_action = 'Y' as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
    and no_further_action is not null
