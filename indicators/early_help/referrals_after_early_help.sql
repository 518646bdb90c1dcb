/*
title       = "Referrals of children who had early help"
numerator   = "Referrals of these made while the child had early help, or within 30 days of its end"
denominator = "Referrals made in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "A child stepped up from early help is known to somebody. A low share may mean that early help does not reach those who need it, a high one that it is not enough."
source      = "Local measure; DfE, children in need census, source of referral 5D counts those that early help itself referred"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
looks_back  = { early_help = 13, referrals = 12 }
subjects    = "referrals"
differs     = "It does not matter who referred. Early help that began on the day of the referral came after it and does not count."
adds_up     = ["denominator = referrals_in_the_year.numerator"]
*/
with made as (
    select *
    from referrals
    where in_months_to(referral_date, 12, month_end())
),
helped as (
    select distinct made.referral_id
    from made
    join early_help
        on early_help.child_id = made.child_id
        and early_help.start_date < made.referral_date
        and coalesce(early_help.end_date + 30 >= made.referral_date, true)
)
select
    made.referral_id as subject,
    made.child_id,
    made.team,
    helped.referral_id is not null as numerator,
    true as denominator
from made
left join helped on helped.referral_id = made.referral_id
