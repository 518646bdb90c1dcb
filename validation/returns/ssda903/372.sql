/*
at       = ["episodes.place"]
name     = "offender_under_10"
reads    = ["header.dob", "episodes.decom"]
severity = "block"
sentence = "R5, a young offender institution, takes nobody under 10; the child was {age} when the episode began on {decom_day}. Correct the placement or the date of birth."
*/
select episodes.origin as row, age_on(header.dob_day, episodes.decom_day) as age, episodes.decom_day
from episodes
join header on header.child = episodes.child
where episodes.place = 'R5'
    and birthday(header.dob_day, 10) > episodes.decom_day
