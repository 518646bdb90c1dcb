/*
title       = "Children on a plan for emotional abuse"
numerator   = "Children whose latest category of abuse is emotional abuse"
denominator = "Children subject of a child protection plan at month end"
unit        = "percent"
good        = "none"
why         = "Living with domestic abuse is most often recorded so. A share far from that of neighbours says how practice names what it sees."
source      = "DfE, Characteristics of children in need, children on a plan at 31 March by latest category of abuse"
national    = "safe"
ofsted      = "help_and_protection"
owner       = "Head of safeguarding"
review_by   = 2027-04-01
differs     = "Ours is at every month end. A plan recorded as multiple stands under no single category, as with DfE. A file that does not mark the plans of another authority counts them with ours."
without     = ["child_protection_plans.other_authority"]
adds_up     = ["denominator = children_on_a_plan.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(category = 'EMO') as numerator,
    true as denominator
from child_protection_plans
where open_on(start_date, end_date, month_end())
    and coalesce(other_authority, 'N') = 'N'
group by child_id
