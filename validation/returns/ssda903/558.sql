/*
at       = ["episodes.rec"]
name     = "adopted_though_reversed"
reads    = ["placed_adoption.date_placed_ceased"]
sentence = "{rec}, adopted, yet PlacedAdoption has every decision that the child should be placed reversed. Take the last reversal out, or correct the reason."
*/
select episodes.origin as row, episodes.rec
from episodes
join placed_adoption on placed_adoption.child = episodes.child
where episodes.rec in ('E11', 'E12')
group by episodes.origin, episodes.rec
having count(*) = count(placed_adoption.date_placed_ceased)
