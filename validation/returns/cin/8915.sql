/*
at       = ["child_protection_plans.start"]
name     = "begun_after_death"
reads    = ["children.death"]
sentence = "it is {day}, after the child's death on {death_day}. Correct one of the two."
*/
select child_protection_plans.origin as row, child_protection_plans.start_day as day, death_day
from child_protection_plans
join children on children.child = child_protection_plans.child
where child_protection_plans.start_day > death_day
