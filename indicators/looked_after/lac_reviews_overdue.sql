/*
title       = "Looked-after children whose review is overdue"
numerator   = "Children of these of whom no review has been held since it was due"
denominator = "Children looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A child's plan is held to account when it is reviewed. While a review is overdue, nobody from outside has asked whether the plan works."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = 12
never       = "A looked-after child with no review held since it was due"
limit       = "statutory"
beside      = ["lac_reviews_in_timescale"]
differs     = "The first review is due within 20 working days of coming into care, the second 3 months after the first, every other 6 months after the one before. What is due on the month end and was not held is overdue. A child who came into care more than 12 months ago is held to the 6 months, and is overdue where none was held in the 12 months. Reviews that came late and have been held stand in another figure."
adds_up     = ["denominator = children_looked_after.numerator"]
*/
with in_care as (
    select child_id, team, case when in_months_to(since, 12, month_end()) then since end as new_from
    from looked_after_since(month_end())
),
reviewed as (
    select
        in_care.child_id,
        (max(lac_reviews.review_date)
            + to_months(case when count(*) = 1 and count(in_care.new_from) = 1 then 3 else 6 end))::date as due_on
    from in_care
    join lac_reviews on lac_reviews.child_id = in_care.child_id
    where in_months_to(lac_reviews.review_date, 12, month_end())
        and coalesce(lac_reviews.review_date >= in_care.new_from, true)
    group by in_care.child_id
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    coalesce(coalesce(reviewed.due_on, working_day_after(in_care.new_from, 20)) <= month_end(), true) as numerator,
    true as denominator
from in_care
left join reviewed on reviewed.child_id = in_care.child_id
