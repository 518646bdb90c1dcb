/*
title       = "Looked-after children accommodated by agreement"
numerator   = "Children accommodated under section 20 (V2) at month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "none"
why         = "Parents, or young people of 16 and 17, have agreed and may end it. Where it goes on for long with young children, courts ask why no decision was sought."
source      = "DfE, Children looked after in England, SSDA903, legal status at 31 March; Children Act 1989, section 20"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
differs     = "Ours is at every month end."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(legal_status = 'V2') as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
