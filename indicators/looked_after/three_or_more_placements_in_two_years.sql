/*
title       = "Looked-after children with three or more placements in two years"
numerator   = "Children who had three or more placements in the 24 months to month end"
denominator = "Children looked after at month end and on the same day a year before, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A child may move twice in one year and twice in the next, and be counted in neither. Over two years it shows."
source      = "DfE, Children looked after in England, placement stability in the two years to 31 March"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placement_stability.three_or_more_in_two_years"
looks_back  = 24
without     = ["looked_after_children.placement_provider", "looked_after_children.urn", "looked_after_children.placement_district"]
differs     = "Ours is the 24 months to each month end. DfE's file counts children looked after in both years and does not say how; their number fits those looked after on both days, which is what we count. The placement open when the two years began counts as one; a move with the same carer, a temporary placement (T0 to T4), coming back from it to the placement before and one that ended the day it began do not. It is the placement before where kind, provider, provider's number and postcode district are the same; where a file lacks or leaves blank any but the first of them, those that are there decide."
*/
with ours as (
    select *
    from looked_after_children
    where start_date <= month_end()
        and not_short_break(legal_status)
),
periods as (
    select
        *,
        placement in ('T0', 'T1', 'T2', 'T3', 'T4') as temporary,
        count(*) filter (where reason_started = 'S')
            over (partition by child_id order by start_date, coalesce(end_date, date '9999-12-31')) as period
    from ours
),
-- The placement that a temporary one keeps is the last before it in the same period of care.
followed as (
    select
        *,
        lag(temporary) over (partition by child_id, period order by start_date, coalesce(end_date, date '9999-12-31'))
            as after_temporary,
        last_value(
            case
                when not temporary
                    then {
                        'placement': placement,
                        'provider': placement_provider,
                        'urn': urn,
                        'district': placement_district
                    }
            end
            ignore nulls
        ) over (
            partition by child_id, period
            order by start_date, coalesce(end_date, date '9999-12-31')
            rows between unbounded preceding and 1 preceding
        ) as kept
    from periods
),
-- A placement runs from the episode that began it to the next that does: other episodes change only the legal status,
-- keep the carer, are temporary, or come back from what was. Nothing tells by a blank that it is another place.
begun as (
    select
        *,
        count(*) filter (
            where reason_started = 'S'
                or (
                    reason_started in ('P', 'B')
                    and not temporary
                    and not coalesce(
                        after_temporary
                            and kept.placement = placement
                            and coalesce(kept.provider = placement_provider, true)
                            and coalesce(kept.urn = urn, true)
                            and coalesce(kept.district = placement_district, true),
                        false
                    )
                )
        ) over (partition by child_id order by start_date, coalesce(end_date, date '9999-12-31')) as placement_number
    from followed
),
placements as (
    select
        child_id,
        min(start_date) as start_date,
        max(coalesce(end_date, date '9999-12-31')) as end_date
    from begun
    where not temporary
    group by child_id, placement_number
),
in_two_years as (
    select child_id, count(*) as placements
    from placements
    where end_date > months_before(month_end(), 24)
        and end_date > start_date
    group by child_id
),
in_care as (
    select child_id, min(team) filter (open_on(start_date, end_date, month_end())) as team
    from ours
    group by child_id
    having bool_or(open_on(start_date, end_date, month_end()))
        and bool_or(open_on(start_date, end_date, months_before(month_end(), 12)))
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    coalesce(in_two_years.placements, 0) >= 3 as numerator,
    true as denominator
from in_care
left join in_two_years on in_two_years.child_id = in_care.child_id
