/*
title       = "Under-16s in placements the law does not allow"
numerator   = "Children under 16 in supported or semi-independent accommodation, independent living, residential employment or an unregistered home (K3, H5, P2, P3, Z12)"
denominator = "Children under 16 looked after at month end, short breaks left out"
unit        = "percent"
good        = "low"
why         = "A child under 16 needs care, not only support. One such placement is one too many, and Ofsted asks about each."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 27A, in force since 9 September 2021; Care Standards Act 2000, section 11"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
never       = "A child under 16 in a placement that the law does not allow"
limit       = "statutory"
differs     = "Placement codes alone cannot tell all: a home recorded as K2 may not be registered, and other placements of unknown kind (Z14, before it Z1) are not counted. No national figure is published."
*/
select
    looked_after_children.child_id as subject,
    looked_after_children.child_id,
    min(looked_after_children.team) as team,
    bool_or(looked_after_children.placement in ('K3', 'H5', 'P2', 'P3', 'Z12')) as numerator,
    true as denominator
from looked_after_children
join children on children.child_id = looked_after_children.child_id
where open_on(looked_after_children.start_date, looked_after_children.end_date, month_end())
    and not_short_break(looked_after_children.legal_status)
    and age_on(children.date_of_birth, month_end()) < 16
group by looked_after_children.child_id
