/*
title       = "Pre-proceedings open past 16 weeks"
numerator   = "Children of these whose pre-proceedings began 16 weeks ago or earlier"
denominator = "Children whose pre-proceedings had begun and were not decided at month end"
unit        = "percent"
good        = "low"
why         = "Pre-proceedings that drift leave a child waiting for a decision without the protection of a court or the end of worry. The list names them, with the day by which it should be decided."
source      = "Public Law Working Group, Best practice guidance: support for and work with families prior to court proceedings (2021): 16 weeks, unless a review agrees to more"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
beside      = ["children_in_pre_proceedings"]
differs     = "A longer time that a review agreed to is counted as past 16 weeks, too."
adds_up     = ["denominator = children_in_pre_proceedings.numerator"]
*/
with earliest as (
    select child_id, min(team) as team, (min(start_date) + to_weeks(16))::date as due_on
    from pre_proceedings
    where open_on(start_date, decision_date, month_end())
    group by child_id
)
select
    child_id as subject,
    child_id,
    team,
    due_on <= month_end() as numerator,
    true as denominator,
    due_on
from earliest
