/*
title       = "Re-referrals within 12 months"
numerator   = "Referrals of children who had been referred in the 12 months before"
denominator = "Referrals made in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "A child who is soon back was not helped enough the first time, or was helped no longer than the file was open."
source      = "DfE, Characteristics of children in need, re-referrals within 12 months of a previous referral"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
anew_at     = ["family_help"]
published   = "referrals.re_referrals"
looks_back  = 24
subjects    = "referrals"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. An earlier referral in another authority is not known."
adds_up     = ["denominator = referrals_in_the_year.numerator"]
*/
with again as (
    select distinct referrals.referral_id
    from referrals
    join referrals as earlier
        on earlier.child_id = referrals.child_id
        and earlier.referral_date < referrals.referral_date
        and earlier.referral_date >= months_before(referrals.referral_date, 12)
)
select
    referrals.referral_id as subject,
    referrals.child_id,
    referrals.team,
    again.referral_id is not null as numerator,
    true as denominator
from referrals
left join again on again.referral_id = referrals.referral_id
where in_months_to(referrals.referral_date, 12, month_end())
