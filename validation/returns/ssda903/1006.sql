/*
at       = ["missing.missing"]
name     = "not_the_code"
severity = "info"
sentence = "{missing_written} is read as {missing}, and DfE takes the code alone. Write it so."
*/
select origin as row, missing_written, missing
from missing
where missing_written is not null
    and missing is not null
    and missing <> missing_written
