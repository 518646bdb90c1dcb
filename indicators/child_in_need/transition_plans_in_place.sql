/*
title       = "Disabled young people of 14 to 17 with a transition plan"
numerator   = "Young people of these with a transition plan at month end"
denominator = "Disabled young people of 14 to 17 in need at month end whose plan is due"
unit        = "percent"
good        = "high"
why         = "Four years are little time to settle a home, a college place and who will help. The founding report hoped for a transitions team, and had no figure."
source      = "Special educational needs and disability code of practice, chapter 8 (from year 9 on); no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of disabled children's services"
review_by   = 2027-04-01
subjects    = "young people"
beside      = ["joint_assessments_before_18"]
differs     = "A plan is due three months after the 14th birthday, or after the referral where that is later; until then the young person is not yet due. The guidance says year 9 and sets no day. Whose disability is not recorded is in neither number."
*/
with disabled as (
    select
        in_need.child_id,
        in_need.team,
        (greatest(children.date_of_birth + to_years(14), in_need.since) + to_months(3))::date as due_on
    from in_need(month_end()) as in_need
    join children on children.child_id = in_need.child_id
    where children.disability <> 'NONE'
        and age_on(children.date_of_birth, month_end()) between 14 and 17
)
select
    disabled.child_id as subject,
    disabled.child_id,
    disabled.team,
    disabled.due_on <= month_end() and coalesce(transitions.plan_date <= month_end(), false) as numerator,
    disabled.due_on <= month_end() as denominator,
    disabled.due_on
from disabled
left join transitions on transitions.child_id = disabled.child_id
