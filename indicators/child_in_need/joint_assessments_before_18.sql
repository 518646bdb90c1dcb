/*
title       = "Disabled young people assessed with adult services before 18"
numerator   = "Young people of these whose joint assessment was completed before their 18th birthday"
denominator = "Disabled young people who turned 18 in the 12 months to month end and were in need while they were 17"
unit        = "percent"
good        = "high"
why         = "Who is not assessed before 18 leaves school and children's services on one day, and waits."
source      = "Care Act 2014, sections 58 to 60 (a child's needs assessment before 18); no national figure is published"
national    = "multi_agency"
ofsted      = "help_and_protection"
owner       = "Head of disabled children's services"
review_by   = 2027-04-01
looks_back  = { referrals = 24 }
subjects    = "young people"
beside      = ["transition_plans_in_place"]
differs     = "The duty is towards those who are likely to need care as adults; who that is no extract holds, so all with a disability and a case open at any time while they were 17 count. Who is 17 still is not yet due. Of one without a row there is no assessment."
*/
with turning as (
    select
        child_id,
        (date_of_birth + to_years(17))::date as seventeen,
        (date_of_birth + to_years(18))::date - 1 as due_on
    from children
    where disability <> 'NONE'
        and age_on(date_of_birth, month_end()) between 17 and 19
),
in_need_at_17 as (
    select turning.child_id, turning.due_on, min(referrals.team) as team
    from turning
    join referrals on referrals.child_id = turning.child_id
        and referrals.no_further_action = 'N'
        and referrals.referral_date <= least(turning.due_on, month_end())
        and (referrals.close_date is null or referrals.close_date > turning.seventeen)
    where turning.due_on > months_before(month_end(), 12)
    group by turning.child_id, turning.due_on
)
select
    in_need_at_17.child_id as subject,
    in_need_at_17.child_id,
    in_need_at_17.team,
    in_need_at_17.due_on <= month_end()
        and coalesce(transitions.joint_assessment_date <= in_need_at_17.due_on, false) as numerator,
    in_need_at_17.due_on <= month_end() as denominator,
    in_need_at_17.due_on
from in_need_at_17
left join transitions on transitions.child_id = in_need_at_17.child_id
