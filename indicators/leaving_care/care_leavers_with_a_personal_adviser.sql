/*
title       = "Care leavers with a personal adviser"
numerator   = "Young people of these who have a personal adviser"
denominator = "Eligible, relevant and former relevant young people at month end (from 21 on, only those who opted in)"
unit        = "percent"
good        = "high"
why         = "When care ends, the personal adviser is the one person whose task it is to stay."
source      = "Children Act 1989, sections 19C and 23D, schedule 2; Care Leavers (England) Regulations 2010, regulation 8. No national figure is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "young people"
without     = ["care_leavers.opted_in"]
differs     = "The law gives an adviser from becoming eligible on; ours allows no time for it. A file that does not say who opted in counts nobody from 21 on."
*/
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    care_leavers.personal_adviser_id is not null as numerator,
    true as denominator
from care_leavers
left join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and (coalesce(age_on(children.date_of_birth, month_end()) < 21, true) or care_leavers.opted_in = 'Y')
