/*
title       = "Care leavers without a home of their own"
numerator   = "Young people of these with no fixed abode, in emergency accommodation or in bed and breakfast"
denominator = "Former relevant young people aged 19 to 21 at month end, without those who died or returned home"
unit        = "percent"
good        = "low"
why         = "A child of the authority should not have nowhere to live. Each is a question to be put that week."
source      = "DfE, Children looked after in England, SSDA903 (OC3), care leavers aged 19 to 21; Children Act 1989, section 23C; Homelessness Reduction Act 2017, duty to refer"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
subjects    = "young people"
differs     = "DfE asks how it stood around the 19th, 20th or 21st birthday in the year to 31 March; ours is how it stands at each month end for those aged 19 to 21 whose support goes on, so that many are left out once support ends at 21. DfE prints the three kinds of accommodation apart."
adds_up     = ["denominator = care_leavers_in_education_employment_or_training.denominator"]
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    coalesce(left(care_leavers.accommodation, 1) in ('S', 'V', 'W'), false) as numerator,
    true as denominator
from care_leavers
join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility = 'FORMER'
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and age_on(children.date_of_birth, month_end()) between 19 and 21
    and coalesce(care_leavers.in_touch, 'NO') not in ('DIED', 'RHOM')
