/*
title       = "Steps up to child in need in which the practitioner stayed the same"
numerator   = "Steps of these after which the practitioner who led the early help leads"
denominator = "Steps from targeted early help to child in need in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "A family that tells its story once is helped sooner. One practitioner across both levels is what Family Help was made for."
source      = "Working Together to Safeguard Children (2023), the lead practitioner; Families First Partnership programme guide; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of localities"
review_by   = 2027-04-01
looks_back  = 12
subjects    = "steps up"
differs     = "A step from early help straight to a child protection plan or into care is none of these: there a social worker must lead. Where nobody led on either side, the practitioner did not stay."
*/
with steps_up as (
    select
        before.help_id,
        before.child_id,
        needs.team,
        before.lead_id = needs.lead_id as has_stayed
    from family_help as needs
    join family_help as before
        on before.child_id = needs.child_id
        and before.end_date = needs.start_date
    where needs.level = 'CIN'
        and before.level = 'EH'
        and in_months_to(needs.start_date, 12, month_end())
)
select
    help_id as subject,
    child_id,
    min(team) as team,
    coalesce(bool_or(has_stayed), false) as numerator,
    true as denominator
from steps_up
group by help_id, child_id
