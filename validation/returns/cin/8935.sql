/*
at       = ["child_protection_plans.end"]
name     = "two_open"
severity = "block"
sentence = "{child} has more than one open child protection plan. Give the day on which the others ended."
*/
select origin as row, child
from child_protection_plans
where "end" is null
qualify count(*) over (partition by child) > 1
