/*
title       = "Nights in care spent in homes that are not registered"
numerator   = "Nights of these in a home that is not registered (Z12)"
denominator = "Nights in care in the 12 months to month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A count on one day does not show how long. Ofsted and the courts ask for how many nights children lived where nobody inspects."
source      = "Care Standards Act 2000, section 11; SSDA903, placement Z12 since 2025/26; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
halves      = ["nights in homes not registered", "nights in care"]
alike       = true
beside      = ["lac_in_unregistered_homes", "longest_stay_in_an_unregistered_home"]
differs     = "The night after the day on which an episode began is the first, and that before it ended the last. Up to 2024/25 no code said whether a home was registered, so no night before April 2025 is counted."
*/
with nights as (
    select
        child_id,
        team,
        placement,
        least(coalesce(end_date, month_end() + 1), month_end() + 1)
            - greatest(start_date, months_before(month_end(), 12) + 1) as nights
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
)
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(sum(nights) filter (placement = 'Z12'), 0) as numerator,
    sum(nights) as denominator
from nights
where nights > 0
group by child_id
