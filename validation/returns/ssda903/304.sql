/*
at       = ["uasc.duc"]
name     = "after_18"
reads    = ["uasc.dob"]
sentence = "it is {duc_day}, after the 18th birthday, {birthday}: nobody is an unaccompanied child after it. Correct one of the two."
*/
select origin as row, duc_day, birthday(dob_day, 18) as birthday
from uasc
where duc_day > birthday(dob_day, 18)
