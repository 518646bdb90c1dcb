/*
at       = ["episodes.reason_place_change"]
name     = "not_the_code"
severity = "info"
sentence = "{reason_place_change_written} is read as {reason_place_change}, and DfE takes the code alone. Write it so."
*/
select origin as row, reason_place_change_written, reason_place_change
from episodes
where reason_place_change_written is not null
    and reason_place_change is not null
    and reason_place_change <> reason_place_change_written
