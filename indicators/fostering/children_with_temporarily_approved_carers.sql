/*
title       = "Children with temporarily approved carers"
numerator   = "Children placed at month end with relatives or friends who are not yet approved as foster carers"
unit        = "count"
good        = "none"
why         = "Going at once to somebody they know spares a child a stranger. Until the assessment is done nobody knows whether it is right."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 24; no figure is published"
national    = "family_network"
ofsted      = "in_care"
owner       = "Head of fostering"
review_by   = 2027-04-01
beside      = ["temporary_approvals_past_their_weeks"]
*/
select
    child_id as subject,
    child_id,
    min(team) as team,
    true as numerator,
    true as denominator
from temporary_approvals
where open_on(start_date, end_date, month_end())
group by child_id
