/*
at       = ["placed_adoption.date_placed_ceased"]
name     = "earlier_not_reversed"
reads    = ["placed_adoption.date_placed"]
sentence = "it is blank, and a later decision was made on {later}. Record when and why this one was reversed."
*/
select origin as row, max(date_placed_day) over (partition by child) as later
from placed_adoption
where date_placed_day is not null
qualify date_placed_ceased is null
    and row_number() over (partition by child order by date_placed_day desc, origin) > 1
