/*
title       = "Looked-after children seen alone at the last visit"
numerator   = "Children of these whom the worker saw alone at that visit"
denominator = "Children aged 4 or over looked after at month end who were seen at their latest visit, in the 3 months to month end"
unit        = "percent"
good        = "high"
why         = "Some things a child says only when no carer is in the room."
source      = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 29. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of looked-after children"
review_by   = 2027-04-01
looks_back  = { visits = 3 }
differs     = "Ours takes the latest visit of each child. A child may refuse to be seen alone, and stands below and not above. A visit for which it is not on record is in neither number."
*/
with visited as (
    select
        child_id,
        latest(seen, visit_date, visit_id) as seen,
        latest(coalesce(seen_alone, '?'), visit_date, visit_id) as seen_alone
    from visits
    where kind = 'CLA'
        and in_months_to(visit_date, 3, month_end())
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    visited.seen_alone = 'Y' as numerator,
    true as denominator
from looked_after(month_end()) as looked_after
join visited on visited.child_id = looked_after.child_id
join children on children.child_id = looked_after.child_id
where visited.seen = 'Y'
    and visited.seen_alone <> '?'
    and age_on(children.date_of_birth, month_end()) >= 4
