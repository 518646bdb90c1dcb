/*
at       = ["cin_details.closure"]
name     = "open_and_not_latest"
reads    = ["cin_details.nfa", "cin_details.referral"]
sentence = "the case is open, and a later one began on {later}. Close it, or correct the days."
*/
with later as (
    select child, max(referral_day) as referral_day
    from cin_details
    group by child
)
select cin_details.origin as row, later.referral_day as later
from cin_details
join later on later.child = cin_details.child
where closure is null
    and nfa = 'N'
    and cin_details.referral_day < later.referral_day
