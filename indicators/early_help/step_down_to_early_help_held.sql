/*
title       = "Steps down to early help that held for a year"
numerator   = "Cases of these whose child was not referred to social care again within 12 months of closing"
denominator = "Cases that stepped down to early help and whose 12 months since closing ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A case that is closed too early comes back. What was stepped down and stayed down was help enough."
source      = "Local measure of the founding report's step down to early help; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
outcome     = true
looks_back  = { early_help = 23, referrals = 24 }
subjects    = "cases"
differs     = "A case stepped down where help was going on a month after it closed. One closed within the last 12 months is not yet due, whether or not the child has come back. A referral with no further action counts as coming back, as in DfE's re-referrals."
adds_up     = ["not_yet_due = cases_stepped_down_to_early_help.numerator"]
*/
with closed as (
    select *, (close_date + to_months(1))::date as known_on, (close_date + to_months(12))::date as due_on
    from referrals
    where in_months_to(close_date, 24, month_end())
        and no_further_action = 'N'
),
stepped_down as (
    select distinct closed.*
    from closed
    join early_help
        on early_help.child_id = closed.child_id
        and early_help.start_date >= closed.close_date
        and open_on(early_help.start_date, early_help.end_date, closed.known_on)
    where early_help.reason = 'STEPDOWN'
        and closed.known_on <= month_end()
),
back as (
    select distinct stepped_down.referral_id
    from stepped_down
    join referrals as again
        on again.child_id = stepped_down.child_id
        and again.referral_date > stepped_down.close_date
        and again.referral_date <= stepped_down.due_on
)
select
    stepped_down.referral_id as subject,
    stepped_down.child_id,
    stepped_down.team,
    stepped_down.due_on <= month_end() and back.referral_id is null as numerator,
    stepped_down.due_on <= month_end() as denominator,
    stepped_down.due_on
from stepped_down
left join back on back.referral_id = stepped_down.referral_id
