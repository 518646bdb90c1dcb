/*
at       = ["cin_plan_dates.end"]
name     = "beside_protection"
reads    = ["child_protection_plans.end"]
sentence = "the plan is open, and so is a child protection plan of the case. End one of the two."
*/
select distinct cin_plan_dates.origin as row
from cin_plan_dates
join child_protection_plans as protection
    on protection.child = cin_plan_dates.child and protection.case_number = cin_plan_dates.case_number
where cin_plan_dates."end" is null and protection."end" is null
