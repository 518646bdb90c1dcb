/*
at       = ["cin_plan_dates.end"]
name     = "two_open"
sentence = "two child in need plans of the case or more are open. End one."
*/
select origin as row
from cin_plan_dates
where "end" is null
qualify count(*) over (partition by child, case_number) > 1
