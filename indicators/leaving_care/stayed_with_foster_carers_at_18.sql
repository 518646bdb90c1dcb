/*
title       = "Young people who stayed with their foster carers at 18"
numerator   = "Young people of these who remained with their carers (E17)"
denominator = "Young people who ceased to be looked after at 18 from a foster placement in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Most young people live at home long after 18. Staying put gives those in care the same, where both sides want it."
source      = "DfE, Children looked after in England, care leavers in staying put arrangements; Children Act 1989, section 23CZA"
national    = "homes"
ofsted      = "care_leavers"
owner       = "Head of leaving care"
review_by   = 2027-04-01
looks_back  = { looked_after_children = 12 }
subjects    = "young people"
differs     = "DfE asks three months after the 18th birthday, and again at 19 and 20; ours is what was recorded on the day care ended. A placement counts as a foster placement by its last code, U1 to U6."
*/
with ceased as (
    select
        child_id,
        max(end_date) as ceased_on,
        latest_ended(reason_ended, start_date, end_date) as reason,
        latest_ended(placement, start_date, end_date) as placement,
        latest_ended(team, start_date, end_date) as team
    from looked_after_children
    where in_months_to(end_date, 12, month_end())
        and reason_ended <> 'X1'
        and not_short_break(legal_status)
    group by child_id
)
select
    ceased.child_id as subject,
    ceased.child_id,
    ceased.team,
    ceased.reason = 'E17' as numerator,
    true as denominator
from ceased
join children on children.child_id = ceased.child_id
where age_on(children.date_of_birth, ceased.ceased_on) >= 18
    and ceased.placement in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')
