/*
at       = ["episodes.dec"]
name     = "one_day"
reads    = ["episodes.decom"]
sentence = "it is {dec}, the day on which the episode began. An episode lasts a day at least: correct a date, or take it out."
*/
select origin as row, dec
from episodes
where decom = dec
