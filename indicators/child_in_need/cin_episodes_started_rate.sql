/*
title       = "Rate of children in need episodes started"
numerator   = "Cases opened by referrals made in the 12 months to month end"
denominator = "Children aged 0 to 17 living in the authority, latest mid-year estimate"
unit        = "rate"
good        = "none"
why         = "It is how many come in. Read it with the episodes that ended: the two together move the number of children in need."
source      = "DfE, Characteristics of children in need, episodes of need started in the year to 31 March; ONS mid-year population estimates"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
published   = "children_in_need.started_rate"
beside      = ["cin_episodes_ended_rate"]
looks_back  = 12
subjects    = "episodes"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. It counts episodes, so a child may appear twice. A referral with no further action opens none."
*/
select
    referral_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from referrals
where in_months_to(referral_date, 12, month_end())
    and no_further_action = 'N'
