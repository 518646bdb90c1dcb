/*
title       = "Care leavers for each personal adviser"
numerator   = "Eligible, relevant and former relevant young people with a personal adviser at month end (from 21 on, only those who opted in)"
denominator = "Personal advisers who support at least one of them"
unit        = "average"
good        = "low"
why         = "An adviser with thirty young people knows their files."
source      = "Local; Children Act 1989 guidance, volume 3, planning transition to adulthood. No national figure is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "personal advisers"
halves      = ["young people", "personal advisers"]
without     = ["care_leavers.opted_in"]
differs     = "It counts advisers, not their hours: one who works half the week counts as one. The team is that of most of the adviser's young people; of two with as many, the first by name. A file that does not say who opted in counts nobody from 21 on."
*/
select
    care_leavers.personal_adviser_id as subject,
    mode(care_leavers.team order by care_leavers.team) as team,
    count(*) as numerator,
    true as denominator
from care_leavers
left join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and (coalesce(age_on(children.date_of_birth, month_end()) < 21, true) or care_leavers.opted_in = 'Y')
    and care_leavers.personal_adviser_id is not null
group by care_leavers.personal_adviser_id
