/*
at       = ["episodes.urn"]
name     = "agency_of_adoption"
reads    = ["episodes.place"]
since    = 2025-04-01
sentence = "XXXXXXX stands for a regional adoption agency, and the placement is {place}. Give the provider's number."
*/
select origin as row, coalesce(place, 'not given') as place
from episodes
where urn = 'XXXXXXX'
    and coalesce(place not in ('A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'), true)
