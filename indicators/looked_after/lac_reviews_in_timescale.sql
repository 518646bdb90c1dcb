/*
title       = "Looked-after children whose reviews were all in time"
numerator   = "Children none of whose reviews of the last 12 months came late, and whose next one is not overdue"
denominator = "Children looked after at month end whose first review has been held or is due, short breaks left out"
unit        = "percent"
good        = "high"
why         = "A review is where a child's plan is held to account. A late one leaves a plan that does not work running on."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33 (formerly NI 66). No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
beside      = ["lac_took_part_in_reviews"]
looks_back  = 12
differs     = "The first review is due within 20 working days of coming into care, the second 3 months after the first, every other 6 months after the one before. A child who came into care more than 12 months ago is held to the 6 months. What falls due on the month end and was not held is late."
adds_up     = ["denominator + not_yet_due = children_looked_after.numerator"]
*/
with in_care as (
    select child_id, team, case when in_months_to(since, 12, month_end()) then since end as new_from
    from looked_after_since(month_end())
),
held as (
    select
        in_care.child_id,
        in_care.new_from,
        lac_reviews.review_date,
        row_number() over in_order as number,
        lag(lac_reviews.review_date) over in_order as before
    from in_care
    join lac_reviews on lac_reviews.child_id = in_care.child_id
    where in_months_to(lac_reviews.review_date, 12, month_end())
        and coalesce(lac_reviews.review_date >= in_care.new_from, true)
    window in_order as (partition by in_care.child_id order by lac_reviews.review_date)
),
reviewed as (
    select
        child_id,
        bool_or(case
            when number = 1 and new_from is not null then working_days_between(new_from, review_date) > 20
            when number = 2 and new_from is not null then review_date > before + to_months(3)
            else review_date > coalesce(before, months_before(month_end(), 12)) + to_months(6)
        end) as one_late,
        (max(review_date) + to_months(case when count(*) = 1 and count(new_from) = 1 then 3 else 6 end))::date as due_on
    from held
    group by child_id
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    coalesce(not reviewed.one_late and reviewed.due_on > month_end(), false) as numerator,
    coalesce(reviewed.due_on is not null or working_days_between(in_care.new_from, month_end()) >= 20, true) as denominator,
    reviewed.due_on
from in_care
left join reviewed on reviewed.child_id = in_care.child_id
