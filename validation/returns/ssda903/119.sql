/*
at       = ["placed_adoption.reason_placed_ceased"]
name     = "half_a_reversal"
reads    = ["placed_adoption.date_placed_ceased"]
sentence = "a decision that was reversed has both a day and a reason, and {what} is blank. Give both, or neither."
*/
select
    origin as row,
    case when date_placed_ceased is null then 'the day' else 'the reason' end as what
from placed_adoption
where (date_placed_ceased is null) <> (reason_placed_ceased is null)
