/*
title       = "First pathway plans made by 16 and a quarter"
numerator   = "Young people of these whose first plan was completed by the day it was due"
denominator = "Young people entitled at month end whose first pathway plan fell due in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A plan that comes a year late has missed the year in which exams, homes and benefits are settled."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulations 42 and 43; no national series is published"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
subjects    = "young people"
differs     = "The regulations give three months from the 16th birthday, or from becoming eligible where that is later, for the assessment of needs, and ask for the plan as soon as possible after it; ours asks for the plan itself by that day. A plan made a day late stays late, where pathway plans in place would count it."
*/
with planned as (
    select
        care_leavers.child_id,
        care_leavers.team,
        care_leavers.plan_date,
        (greatest(children.date_of_birth + to_years(16), care_leavers.eligible_from) + to_months(3))::date as due_on
    from care_leavers
    left join children on children.child_id = care_leavers.child_id
    where care_leavers.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
        and open_on(care_leavers.eligible_from, care_leavers.support_ended, month_end())
)
select
    child_id as subject,
    child_id,
    team,
    due_on <= month_end() and coalesce(plan_date <= due_on, false) as numerator,
    due_on <= month_end() as denominator,
    due_on
from planned
where due_on > months_before(month_end(), 12)
