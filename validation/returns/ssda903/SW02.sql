/*
at       = ["sw_episodes.sw_id"]
name     = "form"
sentence = "{sw_id} begins with neither SW nor XX, as every social worker's number does. Correct it."
*/
select origin as row, sw_id
from sw_episodes
where not regexp_full_match(sw_id, '(SW|XX).+')
