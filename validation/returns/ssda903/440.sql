/*
at       = ["reviews.review_code"]
name     = "young_at_4"
reads    = ["reviews.dob", "reviews.review"]
severity = "block"
sentence = "PN0 is for children under 4; the child was {age} at the review of {review_day}. Say how the child took part."
*/
select origin as row, age_on(dob_day, review_day) as age, review_day
from reviews
where review_code = 'PN0'
    and birthday(dob_day, 4) <= review_day
