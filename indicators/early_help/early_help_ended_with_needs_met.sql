/*
title       = "Early help that ended because it was enough"
numerator   = "Spells of these that ended with needs met, or passed to universal services"
denominator = "Spells of early help that ended in the 12 months to month end and whose reason is known, families who moved away left out"
unit        = "percent"
good        = "high"
why         = "Help that a family leaves, or that social care must take over, was not the help they needed."
source      = "Local measure; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "spells of early help"
*/
select
    early_help_id as subject,
    child_id,
    team,
    reason_ended in ('MET', 'UNIVERSAL') as numerator,
    true as denominator
from early_help
where in_months_to(end_date, 12, month_end())
    and reason_ended <> 'MOVED'
