/*
title       = "Looked-after children in one home for two years"
numerator   = "Children whose present placement has lasted for 2 years or more"
denominator = "Children under 16 looked after at month end for 2½ years or more, whose start of care and of placement are on record"
unit        = "percent"
good        = "high"
why         = "A child who has been in care for so long will not go home soon. Where they live is home, if it lasts."
source      = "DfE, Children looked after in England, placement stability, children under 16 looked after for at least 2.5 years at 31 March (formerly NI 63)"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
published   = "placement_stability.same_carer_two_years"
looks_back  = 0
differs     = "Ours is at every month end. A change of legal status, or of address with the same carer, does not end a placement. DfE adds the placement before to one with adopters; ours counts it from moving in, unless the adopters were the foster carers. A child for whom either date is blank is in neither number."
*/
with in_care as (
    select
        child_id,
        min(team) as team,
        latest_begun(care_began, start_date, end_date) as care_began,
        latest_begun(placement_began, start_date, end_date) as placement_began
    from looked_after_children
    where open_on(start_date, end_date, month_end())
        and not_short_break(legal_status)
    group by child_id
)
select
    in_care.child_id as subject,
    in_care.child_id,
    in_care.team,
    in_care.placement_began <= months_before(month_end(), 24) as numerator,
    true as denominator
from in_care
join children on children.child_id = in_care.child_id
where age_on(children.date_of_birth, month_end()) < 16
    and in_care.care_began <= months_before(month_end(), 30)
    and in_care.placement_began is not null
