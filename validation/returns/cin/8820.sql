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
    and overlap(cin_details.referral_day, cin_details.closure_day, another.referral_day, another.closure_day)
where cin_details.nfa = 'N' and another.nfa = 'N'
    and cin_details.closure is not null and another.closure is not null
group by cin_details.origin
