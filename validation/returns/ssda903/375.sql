/*
at       = ["episodes.dec"]
name     = "long_in_hospital"
reads    = ["episodes.place"]
sentence = "T1, a time in hospital, went from {decom_day} to {dec_day}, more than six weeks. Correct a date, or give the placement the child was in."
*/
select origin as row, decom_day, dec_day
from episodes
where place = 'T1'
    and dec_day > decom_day + 42
