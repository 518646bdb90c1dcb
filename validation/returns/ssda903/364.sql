/*
at       = ["episodes.ls"]
name     = "long_in_police_detention"
reads    = ["episodes.dec"]
sentence = "J2, detention in the authority's accommodation, began on {began} and lasted more than 21 days. Correct a date or the legal status."
*/
select origin as row, began, ended
from brief_orders
where ls = 'J2'
    and days > 21
