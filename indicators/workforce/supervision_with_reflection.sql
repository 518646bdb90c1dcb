/*
title       = "Supervision that shows reflection on the work"
numerator   = "Sessions of these whose record shows reflection"
denominator = "One-to-one sessions of the 3 months to month end whose record has been looked at for it"
unit        = "percent"
good        = "high"
why         = "Inspectors did not doubt that supervision took place. They could not see that anybody had thought."
source      = "Local; Ofsted, inspecting local authority children's services, impact of leaders on social work practice. No national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { supervision = 3 }
subjects    = "sessions"
differs     = "What counts as reflection is a judgement, and as good as those who make it. A session whose record was not looked at is in neither number."
*/
select
    supervision.supervision_id as subject,
    social_workers.team,
    supervision.reflective = 'Y' as numerator,
    true as denominator
from supervision
left join social_workers on social_workers.worker_id = supervision.worker_id
where supervision.kind = 'ONE'
    and supervision.reflective is not null
    and in_months_to(supervision.supervision_date, 3, month_end())
