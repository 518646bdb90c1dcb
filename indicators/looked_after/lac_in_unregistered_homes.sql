/*
title       = "Looked-after children in homes that are not registered"
numerator   = "Children of these, of whatever age, who live in a home that is not registered (Z12)"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A home that must be registered with Ofsted and is not is unlawful, whoever runs it and however old the child is. Nobody inspects it."
source      = "Care Standards Act 2000, section 11; Supported Accommodation (England) Regulations 2023, for 16 and 17 since 28 October 2023; SSDA903, placement Z12 since 2025/26; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
never       = "A child in a home that is not registered"
limit       = "statutory"
beside      = ["under_16s_in_unlawful_placements", "nights_in_unregistered_homes"]
differs     = "Up to 2024/25 other placements had one code, Z1, which did not say whether a home was registered: nobody is counted up to March 2025, which is not to say that nobody was there. Z14, of unknown kind, is not counted. Those under 16 stand apart beside it, in whichever placement the law does not allow them."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    bool_or(placement = 'Z12') as numerator,
    true as denominator
from looked_after_children
where open_on(start_date, end_date, month_end())
    and not_short_break(legal_status)
group by child_id
