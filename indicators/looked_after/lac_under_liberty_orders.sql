/*
title       = "Children under an order that deprives them of liberty"
numerator   = "Children under a deprivation of liberty order at month end"
unit        = "count"
good        = "none"
why         = "Each order stands for a child for whom no secure home was found, or for whom it was not right. DfE asks for every one since 2026/27."
source      = "SSDA903, list DoLo, since 2026/27; inherent jurisdiction of the High Court; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
stock       = "liberty_orders"
beside      = ["liberty_order_days", "lac_in_unregistered_homes"]
*/
select
    orders.child_id as subject,
    orders.child_id,
    min(looked_after.team) as team,
    true as numerator,
    true as denominator
from liberty_orders as orders
left join looked_after(month_end()) as looked_after on looked_after.child_id = orders.child_id
where open_on(orders.start_date, orders.end_date, month_end())
group by orders.child_id
