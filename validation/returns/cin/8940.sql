/*
at       = ["child_protection_plans.start"]
name     = "overlapping"
reads    = ["child_protection_plans.end"]
sentence = "the plan overlaps another of the child, which began on {other}. Correct the days."
*/
select protection.origin as row, min(another.start_day) as other
from child_protection_plans as protection
join child_protection_plans as another
    on another.child = protection.child
    and another.origin <> protection.origin
    and protection.start_day between another.start_day and coalesce(another.end_day, year_ends())
group by protection.origin
