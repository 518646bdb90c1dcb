/*
title       = "Looked-after children in temporary or other placements"
numerator   = "Children whose placement at month end is temporary (T0 to T4) or another one (Z11 to Z14, up to 2024/25 Z1)"
unit        = "count"
good        = "none"
why         = "Of these placements DfE wants no provider, so they are neither the authority's own nor private. Many of them at once is a search that goes on."
source      = "DfE, Children looked after in England, SSDA903, placement; rules 213 and 526"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
stock       = "looked_after_children.placement"
beside      = ["lac_in_unregistered_homes"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
having not bool_or(of_a_provider(placement))
