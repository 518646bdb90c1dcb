/*
at       = ["placed_adoption.date_placed"]
name     = "reversed_without_decision"
reads    = ["placed_adoption.date_placed_ceased", "placed_adoption.reason_placed_ceased"]
sentence = "it is blank, and the decision was reversed on {date_placed_ceased}. Give the day of the decision."
*/
select origin as row, date_placed_ceased
from placed_adoption
where date_placed is null
    and date_placed_ceased is not null
    and reason_placed_ceased is not null
