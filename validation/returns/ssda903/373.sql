/*
at       = ["episodes.place"]
name     = "young_for_school"
reads    = ["header.dob", "episodes.decom"]
sentence = "S1, a residential school, yet the child was {age} when the episode began on {decom_day}, under 4. Correct one of them."
*/
select episodes.origin as row, age_on(header.dob_day, episodes.decom_day) as age, episodes.decom_day
from episodes
join header on header.child = episodes.child
where episodes.place = 'S1'
    and birthday(header.dob_day, 4) > episodes.decom_day
