/*
title       = "Days under an order that deprives of liberty spent in homes that are not registered"
numerator   = "Days of these in homes that are not registered (Z12)"
denominator = "Days under an order in the 12 months to month end on which the child was looked after"
unit        = "percent"
good        = "low"
why         = "An order may allow what is done to a child; it does not make the home lawful. This is where both come together."
source      = "SSDA903, lists DoLo and Episodes, rules 709 and 710 of 2026/27; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
halves      = ["days in homes that are not registered", "days under an order"]
alike       = true
beside      = ["liberty_order_days", "liberty_order_days_in_registered_homes"]
differs     = "A day is told by where the child lived on it. Days under an order outside any episode of care are in neither number. Up to 2024/25 no code said whether a home was registered."
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
    coalesce(sum(days) filter (placement = 'Z12'), 0) as numerator,
    sum(days) as denominator
from days
where days > 0
group by child_id
