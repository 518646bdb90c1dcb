/*
at       = ["episodes.ls"]
name     = "not_the_code"
severity = "info"
sentence = "{ls_written} is read as {ls}, and DfE takes the code alone. Write it so."
*/
select origin as row, ls_written, ls
from episodes
where ls_written is not null
    and ls is not null
    and ls <> ls_written
