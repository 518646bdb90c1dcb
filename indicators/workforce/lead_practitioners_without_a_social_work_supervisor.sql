/*
title       = "Lead practitioners whom no social worker supervises"
numerator   = "Practitioners of these with a child whose supervisor is no social worker, or is not on record"
denominator = "Practitioners who lead the help for a child in need, on a plan or looked after at month end"
unit        = "percent"
good        = "low"
why         = "A practitioner of any profession may lead the help for a child in need. What makes that safe is a social worker who oversees it."
source      = "Working Together to Safeguard Children (2023): the lead practitioner for a child in need is overseen by a social work qualified practice supervisor or manager; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
never       = "A lead practitioner for a child in need whom no social worker supervises"
limit       = "statutory"
subjects    = "practitioners"
differs     = "Who leads targeted early help alone stands in neither number: no social worker need oversee that. A practitioner with several children counts once, and is counted where one of them has no such supervisor."
*/
select
    helped.lead_id as subject,
    min(helped.team) as team,
    bool_or(coalesce(helped.supervisor_profession <> 'SW', true)) as numerator,
    true as denominator
from in_family_help(month_end()) as helped
where helped.lead_id is not null
    and helped.level in ('CIN', 'CP', 'CLA')
group by helped.lead_id
