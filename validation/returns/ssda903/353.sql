/*
at       = ["episodes.decom"]
name     = "before_the_act"
sentence = "it is {decom_day}, before the Children Act came into force on 14/10/1991. Correct the date."
*/
select origin as row, decom_day
from episodes
where decom_day < date '1991-10-14'
