/*
title       = "Days under an order that deprives of liberty spent in children's homes"
numerator   = "Days of these in children's homes (K2)"
denominator = "Days under an order in the 12 months to month end on which the child was looked after"
unit        = "percent"
good        = "none"
why         = "Where a child under an order lives says whether the order follows from a plan or from the lack of a place."
source      = "SSDA903, lists DoLo and Episodes, rules 709 and 710 of 2026/27; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
halves      = ["days in children's homes", "days under an order"]
alike       = true
adds_up     = ["denominator = liberty_order_days_in_unregistered_homes.denominator"]
beside      = ["liberty_order_days", "liberty_order_days_in_unregistered_homes"]
differs     = "A day is told by where the child lived on it. Days under an order outside any episode of care are in neither number."
*/
with days as (
    select
        episodes.child_id,
        episodes.team,
        episodes.placement,
        least(coalesce(orders.end_date, month_end() + 1), coalesce(episodes.end_date, month_end() + 1), month_end() + 1)
            - greatest(orders.start_date, episodes.start_date, months_before(month_end(), 12) + 1) as days
    from liberty_orders as orders
    join looked_after_children as episodes on episodes.child_id = orders.child_id
    where orders.start_date <= month_end()
        and episodes.start_date <= month_end()
        and not_short_break(episodes.legal_status)
)
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(sum(days) filter (placement = 'K2'), 0) as numerator,
    sum(days) as denominator
from days
where days > 0
group by child_id
