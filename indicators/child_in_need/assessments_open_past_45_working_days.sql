/*
title       = "Open assessments past 45 working days"
numerator   = "Assessments not authorised by month end, more than 45 working days after the referral"
denominator = "Assessments not authorised by month end"
unit        = "percent"
good        = "low"
why         = "Each is a child for whom it is not settled what is needed. The list names them, with the day on which it should have been."
source      = "Working Together to Safeguard Children; DfE, children in need census, rule 8670Q"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
subjects    = "assessments"
differs     = "The days are counted from the referral, and from the start of the assessment where the referral is not named."
without     = ["assessments.referral_id"]
*/
with unfinished as (
    select
        assessments.assessment_id,
        assessments.child_id,
        assessments.team,
        working_day_after(coalesce(referrals.referral_date, assessments.start_date), 45) as due_on
    from assessments
    left join referrals on referrals.referral_id = assessments.referral_id
    where open_on(assessments.start_date, assessments.authorised_date, month_end())
)
select
    assessment_id as subject,
    child_id,
    team,
    due_on < month_end() as numerator,
    true as denominator,
    due_on
from unfinished
