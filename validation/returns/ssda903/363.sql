/*
at       = ["episodes.ls"]
name     = "long_assessment_order"
reads    = ["episodes.dec"]
sentence = "L3, a child assessment order, began on {began} and lasted more than 7 days. Correct a date or the legal status."
*/
select origin as row, began, ended
from brief_orders
where ls = 'L3'
    and days > 7
