/*
title       = "Pathway plans in place"
numerator   = "Young people with a completed pathway plan at month end"
denominator = "Eligible, relevant and former relevant young people whose first plan is due by month end (from 21 on, only those who opted in)"
unit        = "percent"
good        = "high"
why         = "The plan is the promise of what help a young person will have on the way to adulthood."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulations 42 and 43; no national series is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
beside      = ["pathway_plans_reviewed_in_six_months"]
subjects    = "young people"
differs     = "A first plan is due three months after the 16th birthday, or after becoming eligible where that is later; until then the young person is not yet due and stands in neither number. A file that does not say who opted in counts nobody from 21 on."
without     = ["care_leavers.opted_in"]
adds_up     = ["not_yet_due = first_pathway_plan_by_16_and_a_quarter.not_yet_due", "denominator + first_pathway_plan_by_16_and_a_quarter.not_yet_due = care_leavers_with_a_personal_adviser.denominator"]
*/
with entitled as (
    select
        care_leavers.child_id,
        care_leavers.team,
        care_leavers.plan_date,
        (greatest(children.date_of_birth + to_years(16), care_leavers.eligible_from) + to_months(3))::date as due_on
    from care_leavers
    left join children on children.child_id = care_leavers.child_id
    where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
        and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
        and (coalesce(age_on(children.date_of_birth, month_end()) < 21, true) or care_leavers.opted_in = 'Y')
)
select
    child_id as subject,
    child_id,
    team,
    due_on <= month_end() and coalesce(plan_date <= month_end(), false) as numerator,
    due_on <= month_end() as denominator,
    due_on
from entitled
