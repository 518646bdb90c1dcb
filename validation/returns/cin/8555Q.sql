/*
at       = ["cin_details.referral"]
name     = "after_death"
reads    = ["children.death"]
sentence = "it is {referral_day}, after the child's death on {death_day}. Correct one of the two, or say why."
*/
select cin_details.origin as row, referral_day, death_day
from cin_details
join children on children.child = cin_details.child
where referral_day > death_day
