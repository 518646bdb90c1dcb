/*
title       = "Needs of young people assessed by 16 and a quarter"
numerator   = "Young people of these whose assessment of needs was completed by the day it was due"
denominator = "Young people entitled at month end whose assessment fell due in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "The plan is made of the assessment. Where it is late, all that follows is."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 42; no national series is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "young people"
differs     = "Due three months after the 16th birthday, or after becoming eligible where that is later. Where a young person has several plans, the first assessment counts."
adds_up     = ["denominator = first_pathway_plan_by_16_and_a_quarter.denominator", "not_yet_due = first_pathway_plan_by_16_and_a_quarter.not_yet_due"]
*/
with assessed as (
    select child_id, min(assessment_date) as assessed_on
    from pathway_plans
    where assessment_date <= month_end()
    group by child_id
),
owed as (
    select
        care_leavers.child_id,
        care_leavers.team,
        assessed.assessed_on,
        (greatest(children.date_of_birth + to_years(16), care_leavers.eligible_from) + to_months(3))::date as due_on
    from care_leavers
    left join children on children.child_id = care_leavers.child_id
    left join assessed on assessed.child_id = care_leavers.child_id
    where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
        and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
)
select
    child_id as subject,
    child_id,
    team,
    due_on <= month_end() and coalesce(assessed_on <= due_on, false) as numerator,
    due_on <= month_end() as denominator,
    due_on
from owed
where due_on > months_before(month_end(), 12)
