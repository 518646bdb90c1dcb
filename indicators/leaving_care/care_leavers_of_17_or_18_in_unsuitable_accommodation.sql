/*
title       = "Care leavers aged 17 or 18 in unsuitable accommodation"
numerator   = "Young people of these whose accommodation is known and not suitable, those without a fixed abode among them"
denominator = "Relevant and former relevant young people aged 17 or 18 at month end, without those who died or returned home"
unit        = "percent"
good        = "low"
why         = "At 17 or 18 a bad home can still be left for a better one, before debts, moves and lost courses follow from it."
source      = "DfE, Children looked after in England, SSDA903 (OC3), care leavers aged 17 and 18 by accommodation; Children Act 1989, sections 23B and 23C"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
published   = "care_leavers_accommodation.unsuitable_17_to_18"
subjects    = "young people"
differs     = "DfE asks how it stood around the 17th or 18th birthday in the year to 31 March; ours is how it stands at each month end. Those still looked after at 17 are not care leavers, and are left out by both. Where a residence is not known, or the young person has gone abroad or was deported, DfE shows no information and keeps the young person below; so does ours."
adds_up     = ["denominator = care_leavers_of_17_or_18_in_education_employment_or_training.denominator"]
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    coalesce(left(care_leavers.accommodation, 1) = 'S'
        or (right(care_leavers.accommodation, 1) = '2' and left(care_leavers.accommodation, 1) not in ('G', 'H', 'R')),
        false) as numerator,
    true as denominator
from care_leavers
join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility in ('RELEVANT', 'FORMER')
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and age_on(children.date_of_birth, month_end()) between 17 and 18
    and coalesce(care_leavers.in_touch, 'NO') not in ('DIED', 'RHOM')
