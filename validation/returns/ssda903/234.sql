/*
at       = ["episodes.reason_place_change"]
name     = "custody_under_10"
reads    = ["header.dob"]
since    = 2025-04-01
sentence = "CUSTOD, yet the child was {age} when the episode began on {decom_day}: a child under 10 cannot be taken into custody. Correct one of them."
*/
select episodes.origin as row, age_on(header.dob_day, episodes.decom_day) as age, episodes.decom_day
from episodes
join header on header.child = episodes.child
where episodes.reason_place_change = 'CUSTOD'
    and birthday(header.dob_day, 10) > episodes.decom_day
