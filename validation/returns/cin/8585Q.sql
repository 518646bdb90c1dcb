/*
at       = ["cin_details.reason"]
name     = "died_without_a_day"
reads    = ["children.death"]
sentence = "RC2 says that the child died, and no day of death is given. Give it, correct the reason, or say why."
*/
select cin_details.origin as row
from cin_details
join children on children.child = cin_details.child
where reason = 'RC2' and death is null
