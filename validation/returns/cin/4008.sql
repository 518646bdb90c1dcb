/*
at       = ["cin_plan_dates.start"]
name     = "begun_after_death"
reads    = ["children.death"]
sentence = "it is {day}, after the child's death on {death_day}. Correct one of the two."
*/
select cin_plan_dates.origin as row, cin_plan_dates.start_day as day, death_day
from cin_plan_dates
join children on children.child = cin_plan_dates.child
where cin_plan_dates.start_day > death_day
