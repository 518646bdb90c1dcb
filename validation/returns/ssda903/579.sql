/*
at       = ["placed_adoption.date_placed"]
name     = "before_it_was_reversed"
reads    = ["placed_adoption.date_placed_ceased"]
sentence = "it is {date_placed_day}, and the decision before it, of {placed_before}, was not reversed by then. Record when it was, or correct a date."
*/
with in_order as (
    select
        *,
        lag(origin) over by_day as before,
        lag(date_placed_day) over by_day as placed_before,
        lag(date_placed_ceased_day) over by_day as ceased_before
    from placed_adoption
    where date_placed_day is not null
    window by_day as (partition by child order by date_placed_day, origin)
)
select origin as row, date_placed_day, placed_before
from in_order
where before is not null
    and coalesce(date_placed_day < ceased_before, true)
