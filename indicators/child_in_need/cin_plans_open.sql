/*
title       = "Children with a child in need plan"
numerator   = "Children with a child in need plan open at month end"
unit        = "count"
good        = "none"
why         = "These are the children helped by agreement with their families: not on a protection plan, and not looked after."
source      = "Working Together to Safeguard Children; DfE asks for the plans in the children in need census and publishes no figure"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
anew_at     = ["family_help"]
stock       = "cin_plans"
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from cin_plans
where open_on(start_date, end_date, month_end())
group by child_id
