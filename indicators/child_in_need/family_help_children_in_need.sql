/*
title       = "Children in need in Family Help"
numerator   = "Children whose level of help at month end is child in need, child protection or looked after"
unit        = "count"
good        = "none"
why         = "The census of children in need goes on asking for them apart from early help. Counted of one history, the two never count a child twice."
source      = "DfE, children in need census, children in need at 31 March; Families First Partnership programme guide"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
stock       = "family_help.level"
beside      = ["children_in_need", "family_help_at_early_help"]
differs     = "As in the census, children on a protection plan and those looked after are among them. Where the referrals extract is sent, too, it counts whom children in need count; a difference is a child whose two records do not agree."
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from in_family_help(month_end())
where level in ('CIN', 'CP', 'CLA')
