/*
title       = "Children with early help"
numerator   = "Children whose early help is open at month end"
unit        = "count"
good        = "none"
why         = "Where there is little early help, families wait until they need social care. The founding report named the lack of it as what stands in the way."
source      = "Ofsted, Annex A, list 2; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of early help"
review_by   = 2027-04-01
anew_at     = ["family_help"]
stock       = "early_help.reason"
differs     = "Help led by partners counts as far as it is known."
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from early_help
where open_on(start_date, end_date, month_end())
group by child_id
