/*
at       = ["episodes.rec", "placed_adoption.date_placed_ceased"]
name     = "left_without_reversal"
reads    = ["episodes.ls", "episodes.place", "placed_adoption.date_placed_ceased"]
sentence = "the child was to be adopted and left care as {rec}, and PlacedAdoption {what}. Record when and why the decision was reversed."
*/
with left_care as (
    select origin, child, rec
    from episodes
    where (for_adoption(place) or ls = 'E1')
        and rec not in ('E11', 'E12', 'X1')
)
select left_care.origin as row, left_care.rec, 'has no decision' as what
from left_care
anti join placed_adoption on placed_adoption.child = left_care.child
union all
select unnest([left_care.origin, placed_adoption.origin]), left_care.rec, 'has no day or no reason of its reversal'
from left_care
join placed_adoption on placed_adoption.child = left_care.child
where placed_adoption.date_placed_ceased is null
    or placed_adoption.reason_placed_ceased is null
