/*
title       = "Children on a child protection plan"
numerator   = "Children subject of a child protection plan at month end"
unit        = "count"
good        = "none"
why         = "It is the size of the task. Neither more nor fewer is better by itself: read it with repeat plans and what followed."
source      = "DfE, Characteristics of children in need, children subject of a child protection plan at 31 March"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
stock       = "child_protection_plans.category"
beside      = ["second_or_later_plans", "cp_plans_ceasing_within_three_months", "cin_plans_stepped_up_to_protection", "step_down_to_early_help_held"]
published   = "plans_by_duration.children_on_a_plan"
differs     = "Ours is at every month end. Plans that another authority holds are left out, as DfE does. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from on_a_plan(month_end())
