/*
at          = ["cin_details.nfa"]
name        = "of_another_year"
reads       = ["cin_details.referral"]
of_the_year = true
sentence    = "a referral of {referral_day} that led to nothing is of the year before. Take it out, or say why it is told now."
*/
select origin as row, referral_day
from cin_details
where nfa = 'Y'
    and working_day_after(referral_day, 1) < year_begins()
