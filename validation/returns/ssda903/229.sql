/*
at       = ["episodes.place_provider"]
name     = "provider_elsewhere"
reads    = ["episodes.urn", "episodes.place", "episodes.pl_la"]
sentence = "it is {place_provider}, {what}, and the provider's premises are in {pl_la}. Correct the provider, its number or the authority of placement."
*/
select
    origin as row,
    place_provider,
    if(place_provider = 'PR1', 'this authority''s own provision', 'another authority''s provision') as what,
    coalesce(pl_la, 'no authority that is given') as pl_la
from episodes
where urn <> 'XXXXXXX'
    and has_provider(place)
    and coalesce(
        place not in (
            'A3', 'A4', 'A5', 'A6', 'K3', 'P1', 'P3', 'R1', 'R2', 'R5', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'
        ),
        true
    )
    and authority() is not null
    and (
        (place_provider = 'PR1' and pl_la is distinct from authority())
        or (place_provider = 'PR2' and pl_la = authority())
    )
