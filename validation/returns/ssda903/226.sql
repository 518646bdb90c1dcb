/*
at       = ["episodes.place"]
name     = "temporary_with_reason"
reads    = ["episodes.reason_place_change"]
sentence = "{place} is temporary, and a reason for a change of placement is given where the child came or left. Take it out: it is asked of the next placement that is not temporary."
*/
select origin as row, place
from chain
where temporary(place)
    and coalesce(reason_place_change, change_before) is not null
