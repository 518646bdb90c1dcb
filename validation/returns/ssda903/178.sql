/*
at       = ["episodes.place_provider"]
name     = "not_the_code"
severity = "info"
sentence = "{place_provider_written} is read as {place_provider}, and DfE takes the code alone. Write it so."
*/
select origin as row, place_provider_written, place_provider
from episodes
where place_provider_written is not null
    and place_provider is not null
    and place_provider <> place_provider_written
