/*
at          = ["oc3.accom"]
name        = "former_carers_at_17"
reads       = ["header.dob"]
of_the_year = true
sentence    = "{accom}, with former foster carers, is for those who are 18; the young person turned 17 on {birthday}. Correct it."
*/
select oc3.origin as row, oc3.accom, birthday(header.dob_day, 17) as birthday
from oc3
join header on header.child = oc3.child
where upper(oc3.accom) in ('Z1', 'Z2')
    and birthday(header.dob_day, 17) between year_begins() and year_ends()
