/*
title       = "Care leavers in education, employment or training"
numerator   = "Young people of these in education, employment or training, full or part time"
denominator = "Former relevant young people aged 19 to 21 at month end, without those who died or returned home"
unit        = "percent"
good        = "high"
why         = "Work and study are how a young person comes to stand on their own feet."
source      = "DfE, Children looked after in England, SSDA903 (OC3), care leavers aged 19 to 21; Children Act 1989, section 23C (formerly NI 148)"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
published   = "care_leavers_activity.in_work_or_study_19_to_21"
subjects    = "young people"
differs     = "DfE asks how it stood around the 19th, 20th or 21st birthday in the year to 31 March; ours is how it stands at each month end for those aged 19 to 21 whose support goes on, so that many are left out once support ends at 21."
adds_up     = ["numerator + care_leavers_not_in_education_employment_or_training.numerator + care_leavers_whose_activity_is_not_known.numerator = denominator"]
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    coalesce(care_leavers.activity in ('F1', 'P1', 'F2', 'P2', 'F4', 'P4', 'F5', 'P5'), false) as numerator,
    true as denominator
from care_leavers
join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility = 'FORMER'
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and age_on(children.date_of_birth, month_end()) between 19 and 21
    and coalesce(care_leavers.in_touch, 'NO') not in ('DIED', 'RHOM')
