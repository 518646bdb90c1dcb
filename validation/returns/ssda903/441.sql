/*
at       = ["reviews.review_code"]
name     = "under_4"
reads    = ["reviews.dob", "reviews.review"]
severity = "block"
sentence = "{review_code} is for children of 4 and over; the child was {age} at the review of {review_day}. Give PN0."
*/
select origin as row, review_code, age_on(dob_day, review_day) as age, review_day
from reviews
where review_code in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')
    and birthday(dob_day, 4) > review_day
