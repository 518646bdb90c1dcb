/*
at       = ["episodes.place"]
name     = "no_decision"
reads    = ["placed_adoption.date_placed"]
sentence = "{place} is placement for adoption, and the decision that the child should be placed has no date in PlacedAdoption. Record it there, or correct the placement."
*/
select distinct episodes.origin as row, episodes.place
from episodes
left join placed_adoption on placed_adoption.child = episodes.child
where for_adoption(episodes.place)
    and placed_adoption.date_placed is null
