/*
title       = "Cases closed that stepped down to early help"
numerator   = "Cases of these after which a step down to early help began, and was going on a month later"
denominator = "Cases of children in need closed in the 12 months to month end"
unit        = "percent"
good        = "none"
why         = "Cases can close, and caseloads come down, where somebody else goes on helping. The founding report sets it out as the way forward."
source      = "Local measure of the founding report's step down to early help; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
looks_back  = { early_help = 11, referrals = 12 }
subjects    = "cases"
beside      = ["step_down_to_early_help_held"]
differs     = "A case closed within the last month is not yet due, since help may still begin. Help that ended within that month was not taken up and does not count. Every closed case counts, those of young people who came of age or moved away too; referrals with no further action do not."
adds_up     = ["denominator + not_yet_due = cin_episodes_ended_rate.numerator"]
*/
with closed as (
    select *, (close_date + to_months(1))::date as known_on
    from referrals
    where in_months_to(close_date, 12, month_end())
        and no_further_action = 'N'
),
stepped_down as (
    select distinct closed.referral_id
    from closed
    join early_help
        on early_help.child_id = closed.child_id
        and early_help.start_date >= closed.close_date
        and open_on(early_help.start_date, early_help.end_date, closed.known_on)
    where early_help.reason = 'STEPDOWN'
)
select
    closed.referral_id as subject,
    closed.child_id,
    closed.team,
    closed.known_on <= month_end() and stepped_down.referral_id is not null as numerator,
    closed.known_on <= month_end() as denominator
from closed
left join stepped_down on stepped_down.referral_id = closed.referral_id
