/*
title       = "Adopters whose stage 2 took four months or less"
numerator   = "People of these whose stage 2 ended within four months of its beginning"
denominator = "Prospective adopters whose stage 2 ended in the 12 months to month end, or should have ended and has not"
unit        = "percent"
good        = "high"
why         = "People who wish to adopt and hear nothing go elsewhere, or give up. Stage 2 is where they and the agency come to know each other."
source      = "Adoption Agencies Regulations 2005, as amended in 2013; Statutory guidance on adoption, 2013. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of permanence"
review_by   = 2027-04-01
looks_back  = { adopters = 12 }
subjects    = "prospective adopters"
differs     = "Stage 2 is the assessment in depth. A person who left the process before it ended is in neither number; one for whom it goes on, and is not yet four months old, is not yet due. Each of a couple counts."
*/
with staged as (
    select adopter_id, stage_2_end, (stage_2_start + to_months(4))::date as due_on
    from adopters
    where stage_2_start <= month_end()
        and (in_months_to(stage_2_end, 12, month_end()) or (stage_2_end is null and left_date is null))
)
select
    adopter_id as subject,
    coalesce(stage_2_end <= due_on, false) as numerator,
    stage_2_end is not null or due_on <= month_end() as denominator,
    due_on
from staged
