/*
title       = "Relatives and friends among foster households"
numerator   = "Households of these approved for children they know"
denominator = "Households of the authority's own that are approved to foster at month end"
unit        = "percent"
good        = "none"
why         = "A child's own network comes first in law. But such a household takes in nobody else, and does not add to the places there are."
source      = "Children Act 1989, section 22C(7)(a); Ofsted, Fostering in England, whose measures are of fostering services and not set beside ours"
national    = "family_network"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
subjects    = "foster households"
beside      = ["lac_with_relatives_or_friends"]
differs     = "A household that is approved both ways counts among relatives and friends."
adds_up     = ["denominator = foster_households.numerator"]
*/
select
    household_id as subject,
    bool_or(kind = 'CONNECTED') as numerator,
    true as denominator
from fostering_households
where open_on(approval_date, end_date, month_end())
group by household_id
