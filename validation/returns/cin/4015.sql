/*
at       = ["cin_plan_dates.start"]
name     = "before_referral"
reads    = ["cin_plan_dates.referral"]
sentence = "it is {start_day}, before the referral of the case, {referral_day}. Correct one of the two."
*/
select origin as row, start_day, referral_day
from cin_plan_dates
where start_day < referral_day
