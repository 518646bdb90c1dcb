/*
title       = "Supervision orders with a plan"
numerator   = "Orders of these under which a plan was made by month end"
denominator = "Supervision orders in force at month end, from the tenth working day after the order"
unit        = "percent"
good        = "high"
why         = "An order without a plan is a promise to a court that nobody has written down."
source      = "Local; the founding report named supervision order plans beside those for protection and need. No national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
subjects    = "orders"
beside      = ["supervision_order_plans_found_smart"]
differs     = "Ten working days are a local limit: no rule sets one. Until they are over an order is not yet due."
*/
select
    order_id as subject,
    child_id,
    team,
    working_day_after(start_date, 10) <= month_end() and coalesce(plan_date <= month_end(), false) as numerator,
    working_day_after(start_date, 10) <= month_end() as denominator,
    working_day_after(start_date, 10) as due_on
from supervision_orders
where open_on(start_date, end_date, month_end())
