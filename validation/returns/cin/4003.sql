/*
at       = ["reviews.held"]
name     = "in_a_plan_of_need"
reads    = ["cin_plan_dates.start", "child_protection_plans.end"]
sentence = "it is {held_day}, while a child in need plan runs from {start_day}. A review belongs to a child protection plan. Correct the days."
*/
select distinct reviews.origin as row, reviews.held_day, plans.start_day
from reviews
join cin_plan_dates as plans on plans.child = reviews.child
left join child_protection_plans as protection
    on protection.child = reviews.child and protection.end_day = reviews.held_day
where reviews.held_day between plans.start_day and coalesce(plans.end_day, year_ends())
    and protection.child is null
