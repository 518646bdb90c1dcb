/*
title       = "Children referred again within 12 months"
numerator   = "Children of these at least one of whose referrals followed another within 12 months"
denominator = "Children referred in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "The share of referrals is pushed up by a few children who are referred many times. This tells how many children are back."
source      = "Local measure, beside DfE's re-referrals, which count referrals; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
anew_at     = ["family_help"]
beside      = ["re_referrals"]
looks_back  = 24
differs     = "A child counts once, however often referred. An earlier referral in another authority is not known. A referral with no further action counts like any other, as in the share of referrals."
*/
with again as (
    select distinct referrals.child_id
    from referrals
    join referrals as earlier
        on earlier.child_id = referrals.child_id
        and earlier.referral_date < referrals.referral_date
        and earlier.referral_date >= months_before(referrals.referral_date, 12)
    where in_months_to(referrals.referral_date, 12, month_end())
),
referred as (
    select child_id, latest(team, referral_date, referral_id) as team
    from referrals
    where in_months_to(referral_date, 12, month_end())
    group by child_id
)
select
    referred.child_id as subject,
    referred.child_id,
    referred.team,
    again.child_id is not null as numerator,
    true as denominator
from referred
left join again on again.child_id = referred.child_id
