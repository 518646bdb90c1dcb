/*
title       = "Families in pre-proceedings"
numerator   = "Families with a child whose pre-proceedings had begun and were not decided at month end"
unit        = "count"
good        = "none"
why         = "Letters, meetings and lawyers go by families, and so does the work of those who help them."
source      = "Local measure of DfE, children in need census 2026/27, module 5, which asks by child"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
subjects    = "families"
differs     = "Rows that name no family are not counted; the census names none, so it gives no figure."
beside      = ["children_in_pre_proceedings"]
*/
select
    family_id as subject,
    min(team) as team,
    true as numerator,
    true as denominator
from pre_proceedings
where open_on(start_date, decision_date, month_end())
    and family_id is not null
group by family_id
