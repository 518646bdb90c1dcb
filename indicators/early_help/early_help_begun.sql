/*
title       = "Early help begun in the month"
numerator   = "Spells of early help that began in the month, one for each child"
unit        = "count"
good        = "none"
why         = "It is what early help takes on. It follows the school year, so look at the same month a year before."
source      = "Ofsted, Annex A, list 2; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
looks_back  = 1
subjects    = "spells of early help"
*/
select
    early_help_id as subject,
    child_id,
    team,
    true as numerator,
    true as denominator
from early_help
where in_months_to(start_date, 1, month_end())
