/*
at       = ["episodes.ls"]
name     = "long_emergency_order"
reads    = ["episodes.dec"]
sentence = "L2, an emergency protection order, began on {began} and lasted more than 21 days. Correct a date or the legal status."
*/
select origin as row, began, ended
from brief_orders
where ls = 'L2'
    and days > 21
