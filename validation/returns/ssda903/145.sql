/*
at       = ["episodes.cin"]
name     = "not_the_code"
severity = "info"
sentence = "{cin_written} is read as {cin}, and DfE takes the code alone. Write it so."
*/
select origin as row, cin_written, cin
from episodes
where cin_written is not null
    and cin is not null
    and cin <> cin_written
