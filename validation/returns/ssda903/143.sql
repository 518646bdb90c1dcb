/*
at       = ["episodes.rne"]
name     = "not_the_code"
severity = "info"
sentence = "{rne_written} is read as {rne}, and DfE takes the code alone. Write it so."
*/
select origin as row, rne_written, rne
from episodes
where rne_written is not null
    and rne is not null
    and rne <> rne_written
