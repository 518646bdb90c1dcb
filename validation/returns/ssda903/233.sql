/*
at       = ["episodes.reason_place_change"]
name     = "not_ended"
reads    = ["episodes.dec"]
since    = 2025-04-01
sentence = "it is {reason_place_change}, yet the episode has not ended. Give it when the child moves."
*/
select origin as row, reason_place_change
from episodes
where reason_place_change is not null
    and dec is null
