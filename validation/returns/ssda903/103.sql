/*
at       = ["header.ethnic"]
name     = "not_the_code"
severity = "info"
sentence = "{ethnic_written} is read as {ethnic}, and DfE takes the code alone. Write it so."
*/
select origin as row, ethnic_written, ethnic
from header
where ethnic_written is not null
    and ethnic is not null
    and ethnic <> ethnic_written
