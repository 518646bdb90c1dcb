/*
title       = "Looked-after children fostered by relatives or friends"
numerator   = "Children in a foster placement with a relative or friend (U1 to U3) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "Living with people one knows comes first in law, where it is safe. A low share is a question about how families are asked."
source      = "DfE, Children looked after in England, SSDA903, placement at 31 March; Children Act 1989, section 22C(6)(a) and (7)(a)"
national    = "family_network"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
differs     = "Ours is at every month end, out of all children looked after."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement in ('U1', 'U2', 'U3')) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
