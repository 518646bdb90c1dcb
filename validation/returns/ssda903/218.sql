/*
at       = ["episodes.urn"]
name     = "missing"
reads    = ["episodes.place", "episodes.dec"]
sentence = "it is blank, and Ofsted inspects the provider of a placement {place}. Record its number."
*/
select origin as row, coalesce(place, 'not given') as place
from episodes
where urn is null
    and coalesce(place not in ('P1', 'P3', 'R1', 'R2', 'R5'), true)
    and has_provider(place)
    and coalesce(upper(pl_la) not in ('CON', 'NIR', 'SCO', 'WAL', 'NUK'), true)
    and (dec is null or dec_day >= year_begins())
