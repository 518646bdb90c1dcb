/*
title       = "Children in pre-proceedings"
numerator   = "Children whose pre-proceedings had begun and were not decided at month end"
unit        = "count"
good        = "none"
why         = "These families have a last chance to change before a court is asked. Each week is long for a child, and every one of them needs a plan."
source      = "DfE, children in need census 2026/27, module 5; Working Together to Safeguard Children"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
stock       = "pre_proceedings"
beside      = ["pre_proceedings_open_past_16_weeks"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from pre_proceedings
where open_on(start_date, decision_date, month_end())
group by child_id
