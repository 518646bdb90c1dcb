/*
title       = "Children under supervision orders"
numerator   = "Children under a supervision order at month end"
unit        = "count"
good        = "none"
why         = "A court has told the authority to advise, assist and befriend the child. A plan says how."
source      = "Children Act 1989, sections 31, 35, 36 and 38; no national series of children is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
stock       = "supervision_orders.kind"
differs     = "Interim and education supervision orders count."
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from supervision_orders
where open_on(start_date, end_date, month_end())
group by child_id
