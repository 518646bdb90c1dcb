/*
at       = ["episodes.rec"]
name     = "young_for_staying_put"
reads    = ["header.dob", "episodes.dec"]
sentence = "{rec}, staying with the carers at 18, yet the child was {age} on {dec_day}. Correct one of them."
*/
select episodes.origin as row, episodes.rec, age_on(header.dob_day, episodes.dec_day) as age, episodes.dec_day
from episodes
join header on header.child = episodes.child
where upper(episodes.rec) = 'E17'
    and birthday(header.dob_day, 18) > episodes.dec_day
