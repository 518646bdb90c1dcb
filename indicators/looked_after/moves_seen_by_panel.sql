/*
title       = "Moves of placement that a panel looked at"
numerator   = "Moves of these that a panel looked at in the 28 days before, or by the fourteenth day after"
denominator = "Moves to another carer in the three months to month end, once the fourteenth day has come"
unit        = "percent"
good        = "high"
why         = "The founding report said that moves are looked at by a placement panel. This is how many."
source      = "Local measure of the founding report; no national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = { looked_after_children = 3, placement_panels = 4 }
subjects    = "moves"
beside      = ["three_or_more_placements"]
differs     = "The days are local: a panel looks at a planned move before it, and at one that could not wait soon after. The first placement of a period of care is no move, nor is a change with the same carer or of legal status alone."
*/
with moves as (
    select child_id, start_date, min(team) as team
    from looked_after_children
    where reason_started in ('P', 'B')
        and not_short_break(legal_status)
        and in_months_to(start_date, 3, month_end())
    group by child_id, start_date
),
seen as (
    select distinct moves.child_id, moves.start_date
    from moves
    join placement_panels as panels on panels.child_id = moves.child_id
        and panels.panel_date between moves.start_date - 28 and least(moves.start_date + 14, month_end())
)
select
    moves.child_id || ' ' || moves.start_date as subject,
    moves.child_id,
    moves.team,
    moves.start_date + 14 <= month_end() and seen.child_id is not null as numerator,
    moves.start_date + 14 <= month_end() as denominator,
    moves.start_date + 14 as due_on
from moves
left join seen on seen.child_id = moves.child_id and seen.start_date = moves.start_date
