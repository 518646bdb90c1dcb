/*
at       = ["episodes.pl_la"]
name     = "own_provision_outside"
reads    = ["episodes.place", "episodes.place_provider", "episodes.ls"]
sentence = "it is {pl_la}, and PR1 says that the placement {place} is this authority's own. Correct the provider, or the authority of placement."
*/
select origin as row, coalesce(pl_la, 'blank') as pl_la, place
from episodes
where place_provider = 'PR1'
    and not short_break(ls)
    and ls is not null
    and place not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'K3')
    and pl_la is distinct from authority()
    and authority() is not null
