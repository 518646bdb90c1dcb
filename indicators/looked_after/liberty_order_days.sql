/*
title       = "Days under an order that deprives of liberty, for each child"
numerator   = "Days under an order in the 12 months to month end"
denominator = "Children under an order on any of those days"
unit        = "average"
good        = "low"
why         = "An order is for the shortest time that is needed. Orders made again and again are a home that was not found."
source      = "SSDA903, list DoLo, since 2026/27; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = { liberty_orders = 12 }
halves      = ["days", "children"]
beside      = ["lac_under_liberty_orders"]
differs     = "Orders one after another add up. The day on which an order ends is not counted, so that a day on which one ends and the next begins is counted once."
*/
with days as (
    select
        child_id,
        least(coalesce(end_date, month_end() + 1), month_end() + 1)
            - greatest(start_date, months_before(month_end(), 12) + 1) as days
    from liberty_orders
    where start_date <= month_end()
),
of_children as (
    select child_id, sum(days) as days
    from days
    where days > 0
    group by child_id
)
select
    of_children.child_id as subject,
    of_children.child_id,
    teams.team,
    of_children.days as numerator,
    true as denominator
from of_children
left join teams_in_care() as teams on teams.child_id = of_children.child_id
