/*
title       = "Children with three or more contacts in a year"
numerator   = "Children about whom contact was made three times or more in the 12 months to month end"
denominator = "Children about whom contact was made in the 12 months to month end"
unit        = "percent"
good        = "low"
why         = "Worry that is voiced again and again has not been answered."
source      = "Local measure; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of the front door"
review_by   = 2027-04-01
looks_back  = 12
differs     = "Contacts of one day about one child are counted once, since several people may call about one event."
*/
select
    child_id as subject,
    child_id,
    latest(team, contact_date, contact_id) as team,
    count(distinct contact_date) >= 3 as numerator,
    true as denominator
from contacts
where in_months_to(contact_date, 12, month_end())
group by child_id
