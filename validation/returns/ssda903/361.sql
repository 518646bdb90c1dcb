/*
at       = ["episodes.ls"]
name     = "long_police_protection"
reads    = ["episodes.dec"]
sentence = "L1, police protection, began on {began} and lasted more than 72 hours. Correct a date or the legal status."
*/
select origin as row, began, ended
from brief_orders
where ls = 'L1'
    and days > 3
