/*
at       = ["child_protection_plans.start"]
name     = "in_a_plan_of_need"
reads    = ["cin_plan_dates.end"]
sentence = "it is {start_day}, while a child in need plan runs from {other}. End that on the day this begins."
*/
select distinct protection.origin as row, protection.start_day, plans.start_day as other
from child_protection_plans as protection
join cin_plan_dates as plans on plans.child = protection.child
where protection.start_day between plans.start_day and coalesce(plans.end_day, year_ends())
    and protection.start_day is distinct from plans.end_day
