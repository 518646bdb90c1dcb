/*
at       = ["episodes.pl_location"]
name     = "in_and_elsewhere"
reads    = ["episodes.pl_la"]
sentence = "IN says that the placement is in this authority, yet its authority is {pl_la}. Correct one of the two."
*/
select origin as row, coalesce(pl_la, 'blank') as pl_la
from episodes
where pl_location = 'IN'
    and pl_la is distinct from authority()
    and authority() is not null
