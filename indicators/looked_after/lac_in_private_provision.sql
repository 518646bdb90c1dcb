/*
title       = "Looked-after children in private provision"
numerator   = "Children whose placement at month end is provided privately (PR4)"
denominator = "Children looked after at month end in a placement that has a provider, short breaks left out"
unit        = "percent"
good        = "none"
why         = "Private places cost more and are often further away. For some children they are the right ones."
source      = "DfE, Children looked after in England, SSDA903, placement provider at 31 March; Children Act 1989, section 22G, sufficiency"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
differs     = "Ours is at every month end. A child whose provider is not on record stands below and not above. A temporary placement (T0 to T4) and another one (Z11 to Z14, up to 2024/25 Z1) has no provider by DfE's rules 213 and 526, whatever is recorded: in neither number."
adds_up     = ["denominator + lac_in_placements_without_a_provider.numerator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(bool_or(placement_provider = 'PR4'), false) as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
    and of_a_provider(placement)
group by child_id
