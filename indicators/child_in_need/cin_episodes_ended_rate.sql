/*
title       = "Rate of children in need episodes ended"
numerator   = "Cases closed in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It is how many are helped enough, or helped elsewhere. Read it with the episodes that started: the two together move the number of children in need."
source      = "DfE, Characteristics of children in need, episodes of need ended in the year to 31 March; ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
published   = "children_in_need.ended_rate"
beside      = ["cin_episodes_started_rate"]
looks_back  = 12
subjects    = "episodes"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. It counts episodes, so a child may appear twice. A referral with no further action opens none, and so none ends."
adds_up     = ["numerator = cases_stepped_down_to_early_help.not_yet_due over 12 months"]
*/
select
    referral_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from referrals
where in_months_to(close_date, 12, month_end())
    and no_further_action = 'N'
