/*
at       = ["episodes.rec"]
name     = "not_the_code"
severity = "info"
sentence = "{rec_written} is read as {rec}, and DfE takes the code alone. Write it so."
*/
select origin as row, rec_written, rec
from episodes
where rec_written is not null
    and rec is not null
    and rec <> rec_written
