/*
at       = ["episodes.urn"]
name     = "not_wanted"
reads    = ["episodes.place"]
sentence = "it is {urn}, and Ofsted registers no provider of a placement {place}. Take the number out, or correct the placement."
*/
select origin as row, urn, place
from episodes
where urn <> 'XXXXXXX'
    and place in ('P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14')
