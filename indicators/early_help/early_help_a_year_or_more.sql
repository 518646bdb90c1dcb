/*
title       = "Early help of a year or more"
numerator   = "Spells of early help that have run for a year or more at month end"
denominator = "Spells of early help open at month end, one for each child"
unit        = "percent"
good        = "low"
why         = "Early help that goes on for a year may be a case for social care under another name, or has lost its aim."
source      = "Local measure; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
subjects    = "spells of early help"
adds_up     = ["denominator = early_help_open.numerator"]
*/
select
    early_help_id as subject,
    child_id,
    team,
    start_date <= months_before(month_end(), 12) as numerator,
    true as denominator
from early_help
where open_on(start_date, end_date, month_end())
