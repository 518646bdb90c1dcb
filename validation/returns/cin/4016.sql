/*
at       = ["cin_plan_dates.start"]
name     = "in_a_plan_of_protection"
reads    = ["child_protection_plans.end"]
severity = "block"
sentence = "it is {start_day}, while a child protection plan runs from {other}. End the one where the other begins."
*/
select plans.origin as row, plans.start_day, min(protection.start_day) as other
from cin_plan_dates as plans
join child_protection_plans as protection on protection.child = plans.child
where plans.start_day between protection.start_day and coalesce(protection.end_day, year_ends())
    and plans.start_day is distinct from protection.end_day
group by plans.origin, plans.start_day
