/*
title       = "Pathway plans that hold the young person's own views"
numerator   = "Young people of these whose latest plan holds their own views"
denominator = "Eligible, relevant and former relevant young people with a completed pathway plan at month end (from 21 on, only those who opted in)"
unit        = "percent"
good        = "high"
why         = "It is a plan for a life, and there is one person who will have to live it."
source      = "Care Leavers (England) Regulations 2010; Children Act 1989 guidance, volume 3, planning transition to adulthood. No national series is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "young people"
without     = ["care_leavers.opted_in"]
differs     = "A plan for which it is not on record stands below and not above. A file that does not say who opted in counts nobody from 21 on."
*/
with planned as (
    select child_id, coalesce(latest(coalesce(views_recorded, 'N'), plan_date, plan_id) = 'Y', false) as views
    from pathway_plans
    where plan_date <= month_end()
    group by child_id
)
select
    care_leavers.child_id as subject,
    care_leavers.child_id,
    care_leavers.team,
    planned.views as numerator,
    true as denominator
from care_leavers
join planned on planned.child_id = care_leavers.child_id
left join children on children.child_id = care_leavers.child_id
where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
    and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
    and (coalesce(age_on(children.date_of_birth, month_end()) < 21, true) or care_leavers.opted_in = 'Y')
