/*
title       = "Looked-after children with three or more placements in a year"
numerator   = "Children who had three or more placements in the 12 months to month end"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "Each move costs a child a home, and often a school and friends."
source      = "DfE, Children looked after in England, placement stability in the year to 31 March (formerly NI 62)"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placement_stability.three_or_more"
looks_back  = 12
without     = ["looked_after_children.placement_provider", "looked_after_children.urn", "looked_after_children.placement_district"]
differs     = "Ours is the 12 months to each month end. The placement open when the year began counts as one; a move with the same carer, a temporary placement (T0 to T4), coming back from it to the placement before and one that ended the day it began do not. It is the placement before where kind, provider, provider's number and postcode district are the same; where a file lacks or leaves blank any but the first of them, those that are there decide."
adds_up     = ["denominator = children_looked_after.numerator"]
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
        placement_number,
        min(start_date) as start_date,
        max(coalesce(end_date, date '9999-12-31')) as end_date
    from begun
    where not temporary
    group by child_id, placement_number
),
in_the_year as (
    select child_id, count(*) as placements
    from placements
    where end_date > months_before(month_end(), 12)
        and end_date > start_date
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(in_the_year.placements, 0) >= 3 as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
left join in_the_year on in_the_year.child_id = looked_after.child_id
