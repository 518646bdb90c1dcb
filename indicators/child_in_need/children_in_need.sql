/*
title       = "Children in need"
numerator   = "Children whose case is open at month end"
unit        = "count"
good        = "none"
why         = "It is how many children social care is helping, those on a protection plan or looked after among them."
source      = "DfE, Characteristics of children in need, children in need at 31 March"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
stock       = "referrals.primary_need"
published   = "children_in_need.children_in_need"
differs     = "DfE counts at 31 March; ours is at every month end. Young people who are cared for after they have left care are counted by DfE where their case is open; here as the referrals extract has them."
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from in_need(month_end())
