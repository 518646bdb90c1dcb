/*
at       = ["episodes.rec"]
name     = "young_for_independence"
reads    = ["header.dob", "episodes.dec"]
sentence = "{rec}, independent living, yet the child was {age} on {dec_day}, under 14. Correct one of them."
*/
select episodes.origin as row, episodes.rec, age_on(header.dob_day, episodes.dec_day) as age, episodes.dec_day
from episodes
join header on header.child = episodes.child
where upper(episodes.rec) in ('E5', 'E6')
    and birthday(header.dob_day, 14) > episodes.dec_day
