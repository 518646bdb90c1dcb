/*
at       = ["cin_details.referral"]
name     = "overlapping"
reads    = ["cin_details.closure", "cin_details.nfa"]
sentence = "the case overlaps another of the child, which began on {other}. Correct the days."
*/
select cin_details.origin as row, min(another.referral_day) as other
from cin_details
join cin_details as another
    on another.child = cin_details.child
    and another.origin <> cin_details.origin
    and cin_details.referral_day >= another.referral_day
    and cin_details.referral_day < coalesce(another.closure_day, case when another.nfa = 'N' then year_ends() end)
group by cin_details.origin
