/*
at       = ["episodes.urn"]
name     = "outside_england"
reads    = ["episodes.pl_la"]
since    = 2025-04-01
sentence = "it is {urn}, yet the placement is outside England ({pl_la}), where Ofsted registers nobody. Take the number out, or correct the authority of placement."
*/
select origin as row, urn, pl_la
from episodes
where urn is not null
    and upper(pl_la) in ('CON', 'NIR', 'SCO', 'WAL', 'NUK')
