/*
title       = "Unaccompanied children among those looked after"
numerator   = "Unaccompanied asylum-seeking children who are looked after at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "They came without anyone, and need lawyers, schools and homes that know it. The number follows the world and the transfer scheme more than the authority."
source      = "DfE, Children looked after in England, SSDA903, unaccompanied asylum-seeking children at 31 March; Immigration Act 2016, section 69, National Transfer Scheme"
national    = "together"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placements.unaccompanied"
differs     = "Ours is at every month end. The children extract says what is known now: one whose status was settled since may no longer be marked."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(children.unaccompanied = 'Y', false) as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join children on children.child_id = looked_after.child_id
