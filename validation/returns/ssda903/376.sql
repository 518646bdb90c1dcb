/*
at       = ["episodes.dec"]
name     = "long_holiday"
reads    = ["episodes.place"]
sentence = "T3, a holiday of the usual carers, went from {decom_day} to {dec_day}, more than three weeks. Correct a date, or give the placement the child was in."
*/
select origin as row, decom_day, dec_day
from episodes
where place = 'T3'
    and dec_day > decom_day + 21
