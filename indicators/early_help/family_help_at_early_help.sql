/*
title       = "Children at targeted early help in Family Help"
numerator   = "Children whose level of help at month end is targeted early help"
unit        = "count"
good        = "none"
why         = "Family Help is one service, but early help and children in need are still counted apart. Both counts come of one history here, so that no child stands in both or in neither."
source      = "Families First Partnership programme guide; DfE counts early help and children in need apart until the returns of 2027/28, by a briefing of the sector; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
stock       = "family_help.level"
beside      = ["early_help_open", "family_help_children_in_need"]
differs     = "Where the early help extract is sent, too, it counts whom children with early help count; a difference is a child whose two records do not agree."
*/
select
    child_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from in_family_help(month_end())
where level = 'EH'
