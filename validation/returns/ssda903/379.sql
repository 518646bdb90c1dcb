/*
at       = ["episodes.dec"]
name     = "long_temporary"
reads    = ["episodes.place"]
sentence = "T4, a temporary placement for another reason, went from {decom_day} to {dec_day}, more than seven days. Correct a date, or give the placement the child was in."
*/
select origin as row, decom_day, dec_day
from episodes
where place = 'T4'
    and dec_day > decom_day + 7
