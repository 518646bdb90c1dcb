/*
at       = ["episodes.ls", "placed_adoption.date_placed_ceased"]
name     = "order_without_decision"
reads    = ["episodes.ls", "placed_adoption.date_placed"]
sentence = "E1, a placement order, {what}. Correct the decision in PlacedAdoption, or the legal status."
*/
select episodes.origin as row, 'and no decision that the child should be placed is recorded' as what
from episodes
anti join placed_adoption on placed_adoption.child = episodes.child
where episodes.ls = 'E1'
union all
select distinct placed_adoption.origin, 'is in force, and the decision was reversed'
from placed_adoption
join episodes on episodes.child = placed_adoption.child
where episodes.ls = 'E1'
    and episodes.dec is null
    and (placed_adoption.date_placed_ceased is not null or placed_adoption.reason_placed_ceased is not null)
