/*
at       = ["cin_plan_dates.end"]
name     = "on_the_day_it_began"
reads    = ["cin_plan_dates.start"]
sentence = "the plan began and ended on {start_day}. Correct one of the two, or say why."
*/
select origin as row, start_day
from cin_plan_dates
where end_day = start_day
