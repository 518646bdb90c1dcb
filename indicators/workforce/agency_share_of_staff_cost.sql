/*
title       = "Agency share of what social workers cost"
numerator   = "Pounds of these paid for agency social workers"
denominator = "Pounds paid for social workers in the month, employed and from agencies"
unit        = "percent"
good        = "low"
why         = "What an agency worker costs more than an employed one is money that no child is helped with."
source      = "Local; section 251 outturn is of a whole year, and holds no such share. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Head of finance, children's services"
review_by   = 2027-04-01
subjects    = "kinds of cost"
halves      = ["pounds for agency workers", "pounds for social workers"]
beside      = ["agency_social_workers"]
differs     = "As the ledger has it on the day of the file: bills that come later are not in it."
*/
select
    kind as subject,
    case when kind = 'AGENCY' then cost else 0 end as numerator,
    cost as denominator
from costs
where kind in ('STAFF', 'AGENCY')
    and period = last_day(month_end())
    and cost > 0
