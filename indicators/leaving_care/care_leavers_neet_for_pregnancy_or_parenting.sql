/*
title       = "Care leavers not in education, employment or training for pregnancy or parenting"
numerator   = "Young people of these not in education, employment or training because of pregnancy or parenting (G6)"
denominator = "Former relevant young people aged 19 to 21 at month end, without those who died or returned home"
unit        = "percent"
good        = "none"
why         = "A young parent who was in care herself needs help with both. That she is at home with a baby is not a failure."
source      = "DfE, Children looked after in England, SSDA903 (OC3), care leavers aged 19 to 21 by activity; Children Act 1989, section 23C"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
subjects    = "young people"
differs     = "DfE asks how it stood around the 19th, 20th or 21st birthday in the year to 31 March; ours is how it stands at each month end for those aged 19 to 21 whose support goes on."
adds_up     = ["denominator = care_leavers_in_education_employment_or_training.denominator"]
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    coalesce(care_leavers.activity = 'G6', false) as numerator,
    true as denominator
from care_leavers
join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility = 'FORMER'
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and age_on(children.date_of_birth, month_end()) between 19 and 21
    and coalesce(care_leavers.in_touch, 'NO') not in ('DIED', 'RHOM')
