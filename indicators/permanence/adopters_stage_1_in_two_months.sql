/*
title       = "Adopters whose stage 1 took two months or less"
numerator   = "People of these whose stage 1 ended within two months of its beginning"
denominator = "Prospective adopters whose stage 1 ended in the 12 months to month end, or should have ended and has not"
unit        = "percent"
good        = "high"
why         = "People who wish to adopt and hear nothing go elsewhere, or give up. Most of stage 1 is in the agency's own hands."
source      = "Adoption Agencies Regulations 2005, as amended in 2013; Statutory guidance on adoption, 2013. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { adopters = 12 }
subjects    = "prospective adopters"
differs     = "Stage 1 is the first checks and training. A person who left the process before it ended is in neither number; one for whom it goes on, and is not yet two months old, is not yet due. Each of a couple counts."
*/
with staged as (
    select adopter_id, stage_1_end, (stage_1_start + to_months(2))::date as due_on
    from adopters
    where stage_1_start <= month_end()
        and (in_months_to(stage_1_end, 12, month_end()) or (stage_1_end is null and left_date is null))
)
select
    adopter_id as subject,
    coalesce(stage_1_end <= due_on, false) as numerator,
    stage_1_end is not null or due_on <= month_end() as denominator,
    due_on
from staged
