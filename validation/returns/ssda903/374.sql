/*
at       = ["episodes.place"]
name     = "young_for_work"
reads    = ["header.dob", "episodes.decom"]
sentence = "P3, residential employment, yet the child was {age} when the episode began on {decom_day}, under 14. Correct one of them."
*/
select episodes.origin as row, age_on(header.dob_day, episodes.decom_day) as age, episodes.decom_day
from episodes
join header on header.child = episodes.child
where episodes.place = 'P3'
    and birthday(header.dob_day, 14) > episodes.decom_day
