/*
at          = ["placed_adoption.reason_placed_ceased"]
name        = "code"
of_the_year = true
sentence    = "{written} is no reason for a decision that was reversed. Give RD1, RD2, RD3 or RD4."
*/
select origin as row, coalesce(reason_placed_ceased_written, reason_placed_ceased) as written
from placed_adoption
where written not in ('RD1', 'RD2', 'RD3', 'RD4')
