/*
at       = ["episodes.rne"]
name     = "placed_with_carers"
reads    = ["episodes.place", "episodes.decom"]
sentence = "{place}, placed for adoption with the present foster carer, began as {rne}; S, T or U would say that the carer stayed. Correct one of the two."
*/
select origin as row, place, coalesce(rne, 'a blank') as rne
from episodes
where place in ('A3', 'A5')
    and decom_day >= date '2015-04-01'
    and coalesce(rne not in ('S', 'T', 'U'), true)
