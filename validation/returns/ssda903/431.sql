/*
at       = ["episodes.rne"]
name     = "started_same_day"
reads    = ["episodes.dec"]
sentence = "S says that care began on {decom_day}, yet the episode before ended on {dec_before}. Give the reason why the episode is new, or correct a date."
*/
select origin as row, decom_day, dec_before
from chain
where rne = 'S'
    and decom_day <= dec_before
