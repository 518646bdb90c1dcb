/*
title       = "Longest stay in homes that are not registered, in nights"
numerator   = "Nights on end in homes that are not registered (Z12), up to month end, of whoever spent most"
denominator = "The one stay that was the longest of those that went on in the 12 months to month end"
unit        = "average"
good        = "low"
why         = "Behind a few nights for several children may stand one child who has been there for months."
source      = "Care Standards Act 2000, section 11; SSDA903, placement Z12 since 2025/26; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "stays"
halves      = ["nights", "stays"]
beside      = ["lac_in_unregistered_homes", "nights_in_unregistered_homes"]
differs     = "A move from one such home to another, or a change of legal status, does not end the stay. Nights before the 12 months count where the episode that went on in them began earlier. With nobody in such a home in the 12 months it is 0. It is about one child: the public is not told."
*/
with in_care as (
    select
        child_id,
        team,
        placement,
        start_date,
        end_date,
        least(coalesce(end_date, month_end() + 1), month_end() + 1) as until
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
        and coalesce(end_date > months_before(month_end(), 12) + 1, true)
),
marked as (
    select
        *,
        coalesce(lag(end_date) over (partition by child_id order by start_date) = start_date, false) as goes_on
    from in_care
    where placement = 'Z12'
),
runs as (
    select *, max(start_date) filter (not goes_on) over (partition by child_id order by start_date) as began
    from marked
),
stays as (
    select child_id, min(team) as team, max(until) - began as nights
    from runs
    group by child_id, began
    union all
    select null, null, 0
    from in_care
),
longest as (
    select arg_max(child_id, (nights, child_id)) as child_id, arg_max(team, (nights, child_id)) as team, max(nights) as nights
    from stays
)
select
    coalesce(child_id, 'nobody') as subject,
    child_id,
    team,
    nights as numerator,
    true as denominator
from longest
where nights is not null
