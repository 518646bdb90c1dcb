/*
title       = "Referrals closed after assessment"
numerator   = "Referrals closed after assessment, with no further action or to early help"
denominator = "Referrals made in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "An assessment is a great deal to go through for a family that is then found not to need social care."
source      = "DfE, Characteristics of children in need, referrals assessed and found not to be in need"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
published   = "referrals.not_in_need"
looks_back  = 12
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. Cases still being assessed are below and not above, so the figure rises a little when the month is looked at again."
adds_up     = ["denominator = referrals_in_the_year.numerator"]
*/
select
    referral_id as subject,
    child_id,
    team,
    coalesce(close_reason in ('RC8', 'RC9') and close_date <= month_end(), false) as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
