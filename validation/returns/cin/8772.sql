/*
at       = ["children.upn_unknown"]
name     = "no_further_action"
reads    = ["cin_details.nfa"]
sentence = "UN7 says that the referral led to nothing, and one of the child's led to more. Give the number or another reason."
*/
select distinct children.origin as row
from children
join cin_details on cin_details.child = children.child and cin_details.nfa is distinct from 'Y'
where children.upn_unknown = 'UN7'
