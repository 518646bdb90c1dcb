/*
at       = ["placed_adoption.date_placed", "episodes.decom"]
name     = "placed_before_care"
reads    = ["placed_adoption.date_placed", "episodes.decom", "episodes.rne"]
sentence = "the decision to place for adoption was made on {date_placed_day}, and the child first came into care on {decom_day}. Correct one of the two."
*/
with first_start as (
    select child, decom_day, origin
    from chain
    where rne = 'S'
    qualify row_number() over (partition by child order by decom_day, origin) = 1
)
select unnest([placed_adoption.origin, first_start.origin]) as row, placed_adoption.date_placed_day, first_start.decom_day
from placed_adoption
join first_start on first_start.child = placed_adoption.child
where placed_adoption.date_placed_day < first_start.decom_day
