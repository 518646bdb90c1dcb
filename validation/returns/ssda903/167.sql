/*
at       = ["reviews.review_code"]
name     = "not_the_code"
severity = "info"
sentence = "{review_code_written} is read as {review_code}, and DfE takes the code alone. Write it so."
*/
select origin as row, review_code_written, review_code
from reviews
where review_code_written is not null
    and review_code is not null
    and review_code <> review_code_written
