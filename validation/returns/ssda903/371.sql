/*
at       = ["episodes.place"]
name     = "supported_under_16"
reads    = ["header.dob", "episodes.decom"]
severity = "block"
sentence = "K3, supported accommodation, is for those of 16 and over; the child was {age} when the episode began on {decom_day}. Correct the placement or the date of birth."
*/
select episodes.origin as row, age_on(header.dob_day, episodes.decom_day) as age, episodes.decom_day
from episodes
join header on header.child = episodes.child
where episodes.place = 'K3'
    and birthday(header.dob_day, 16) > episodes.decom_day
