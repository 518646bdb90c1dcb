/*
at       = ["episodes.rec"]
name     = "young_for_adult_care"
reads    = ["header.dob", "episodes.dec"]
sentence = "{rec}, adult social care, yet the child was {age} on {dec_day}, under 16. Correct one of them."
*/
select episodes.origin as row, episodes.rec, age_on(header.dob_day, episodes.dec_day) as age, episodes.dec_day
from episodes
join header on header.child = episodes.child
where upper(episodes.rec) = 'E7'
    and birthday(header.dob_day, 16) > episodes.dec_day
