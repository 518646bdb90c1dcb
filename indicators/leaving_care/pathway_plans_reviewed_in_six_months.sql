/*
title       = "Pathway plans reviewed in the last six months"
numerator   = "Young people whose plan was made or reviewed in the six months to month end"
denominator = "Eligible, relevant and former relevant young people whose plan is six months old or more (from 21 on, only those who opted in)"
unit        = "percent"
good        = "high"
why         = "A plan that is not kept up to date stops being a plan."
source      = "Care Leavers (England) Regulations 2010, review at intervals of no more than six months; no national series is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
subjects    = "young people"
differs     = "Some authorities review at 12 months from 18 on; six months is the statutory interval and is used for all. Due on is six months after the latest review. A file that does not say who opted in counts nobody from 21 on."
without     = ["care_leavers.opted_in"]
adds_up     = ["denominator + not_yet_due = pathway_plans_with_own_views.denominator"]
*/
with planned as (
    select
        care_leavers.child_id,
        care_leavers.team,
        care_leavers.plan_date,
        greatest(care_leavers.plan_date, coalesce(care_leavers.review_date, care_leavers.plan_date)) as looked_at
    from care_leavers
    left join children on children.child_id = care_leavers.child_id
    where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
        and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
        and (coalesce(age_on(children.date_of_birth, month_end()) < 21, true) or care_leavers.opted_in = 'Y')
        and care_leavers.plan_date <= month_end()
)
select
    child_id as subject,
    child_id,
    team,
    plan_date <= months_before(month_end(), 6) and looked_at >= months_before(month_end(), 6) as numerator,
    plan_date <= months_before(month_end(), 6) as denominator,
    (looked_at + to_months(6))::date as due_on
from planned
