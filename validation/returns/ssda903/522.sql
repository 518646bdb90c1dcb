/*
at       = ["placed_adoption.date_placed_ceased"]
name     = "before_decision"
reads    = ["placed_adoption.date_placed"]
sentence = "it is {date_placed_ceased_day}, before the decision of {date_placed_day} that it reverses. Correct one of the two."
*/
select origin as row, date_placed_ceased_day, date_placed_day
from placed_adoption
where date_placed_ceased_day < date_placed_day
