/*
at       = ["episodes.urn"]
name     = "home_elsewhere"
reads    = ["episodes.place", "episodes.pl_la"]
since    = 2025-04-01
sentence = "the home {urn} is in {pl_la}, and a placement K3 is in a home of this authority's own area. Correct the number, the placement or the authority of placement."
*/
select origin as row, urn, coalesce(pl_la, 'no authority that is given') as pl_la
from episodes
where place = 'K3'
    and urn <> 'XXXXXXX'
    and pl_la is distinct from authority()
    and authority() is not null
