/*
title       = "Temporary approvals past their weeks"
numerator   = "Children of these whose carers' temporary approval had run out by month end"
denominator = "Children placed at month end with relatives or friends who are not yet approved as foster carers"
unit        = "percent"
good        = "low"
why         = "When the weeks are over and nobody is approved, the placement has no basis in law, and the law asks that it end. The list gives the day on which they are over."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25: 16 weeks, extended once by up to 8; no figure is published"
national    = "family_network"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
never       = "A child with carers whose temporary approval has run out"
limit       = "statutory"
without     = ["temporary_approvals.review_sought"]
differs     = "An extension counts as one of 8 weeks, and only where it was decided before the 16 were over. Where carers who were not approved seek a review, the approval stands until its outcome; a file that does not tell of reviews counts these children, too. The last day of the weeks is in time."
adds_up     = ["denominator = children_with_temporarily_approved_carers.numerator"]
*/
with standing as (
    select
        child_id,
        team,
        case
            when coalesce(review_sought, 'N') = 'Y' then null
            when extended_date <= (start_date + to_weeks(16))::date then (start_date + to_weeks(24))::date
            else (start_date + to_weeks(16))::date
        end as due_on
    from temporary_approvals
    where open_on(start_date, end_date, month_end())
)
select
    child_id as subject,
    child_id,
    min(team) as team,
    coalesce(min(due_on) < month_end(), false) as numerator,
    true as denominator,
    min(due_on) as due_on
from standing
group by child_id
