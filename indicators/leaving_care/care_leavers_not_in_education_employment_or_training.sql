/*
title       = "Care leavers not in education, employment or training"
numerator   = "Young people of these known not to be in education, employment or training, for whatever reason"
denominator = "Former relevant young people aged 19 to 21 at month end, without those who died or returned home"
unit        = "percent"
good        = "low"
why         = "It is the other side of work and study, without those of whom nobody knows. Each of them is somebody to be asked what would help."
source      = "DfE, Children looked after in England, SSDA903 (OC3), care leavers aged 19 to 21 by activity; Children Act 1989, section 23C"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
published   = "care_leavers_activity.not_in_work_or_study_19_to_21"
subjects    = "young people"
differs     = "DfE asks how it stood around the 19th, 20th or 21st birthday in the year to 31 March; ours is how it stands at each month end for those aged 19 to 21 whose support goes on, so that many are left out once support ends at 21. A young person whose activity is not known stands below and not above, as with DfE: read it with the share of whom it is not known."
adds_up     = ["denominator = care_leavers_in_education_employment_or_training.denominator", "numerator + care_leavers_in_education_employment_or_training.numerator = care_leavers_in_suitable_accommodation.numerator + care_leavers_in_unsuitable_accommodation.numerator", "care_leavers_neet_for_illness_or_disability.numerator + care_leavers_neet_for_other_reasons.numerator + care_leavers_neet_for_pregnancy_or_parenting.numerator = numerator"]
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    coalesce(care_leavers.activity in ('G4', 'G5', 'G6'), false) as numerator,
    true as denominator
from care_leavers
join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility = 'FORMER'
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and age_on(children.date_of_birth, month_end()) between 19 and 21
    and coalesce(care_leavers.in_touch, 'NO') not in ('DIED', 'RHOM')
