/*
title       = "Assessments authorised within 45 working days"
numerator   = "Assessments authorised within 45 working days of the referral"
denominator = "Assessments authorised in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Until it is assessed what a child needs, little can be done; and a family waits."
source      = "Working Together to Safeguard Children; DfE, Characteristics of children in need, assessments completed within 45 working days"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
beside      = ["assessments_open_past_45_working_days", "children_seen_in_assessments", "audits_graded_good"]
looks_back  = 12
subjects    = "assessments"
differs     = "DfE counts the year to 31 March; ours is the 12 months to each month end. The days are counted from the referral, as Working Together has it, and from the start of the assessment where the referral is not named. Late ones that are still open stand in another figure."
without     = ["assessments.referral_id"]
*/
select
    assessments.assessment_id as subject,
    assessments.child_id,
    assessments.team,
    working_days_between(
        coalesce(referrals.referral_date, assessments.start_date), assessments.authorised_date
    ) <= 45 as numerator,
    true as denominator
from assessments
left join referrals on referrals.referral_id = assessments.referral_id
where in_months_to(assessments.authorised_date, 12, month_end())
