/*
title       = "Supervision order plans found SMART"
numerator   = "Plans of these found specific, measurable and dated"
denominator = "Plans under supervision orders in force at month end that somebody has looked at for it"
unit        = "percent"
good        = "high"
why         = "Managers were trained in making supervision order plans SMART. This is whether they are."
source      = "Local measure of the founding report; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Principal social worker"
review_by   = 2027-04-01
subjects    = "orders"
beside      = ["trained_in_smart_planning"]
differs     = "As last found. A plan that nobody has looked at is in neither number."
*/
select
    order_id as subject,
    child_id,
    team,
    smart_plan = 'Y' as numerator,
    true as denominator
from supervision_orders
where open_on(start_date, end_date, month_end())
    and plan_date <= month_end()
    and smart_plan is not null
