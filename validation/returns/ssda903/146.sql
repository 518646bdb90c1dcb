/*
at       = ["episodes.place"]
name     = "not_the_code"
severity = "info"
sentence = "{place_written} is read as {place}, and DfE takes the code alone. Write it so."
*/
select origin as row, place_written, place
from episodes
where place_written is not null
    and place is not null
    and place <> place_written
