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
    and overlap(protection.start_day, protection.end_day, another.start_day, another.end_day)
where protection."end" is not null and another."end" is not null
group by protection.origin
