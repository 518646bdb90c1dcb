/*
title       = "Average score of the strengths and difficulties questionnaire"
numerator   = "Points of the latest questionnaire of each child, from 0 to 40"
denominator = "Children aged 5 to 16 looked after at month end for 12 months or more, with a score from the 12 months to month end"
unit        = "average"
good        = "low"
why         = "The higher the score, the more a child struggles. It says which children to help, and whether help helps."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), strengths and difficulties questionnaire, ages 5 to 16"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.sdq_average"
looks_back  = { looked_after_children = 12, lac_health = 12 }
halves      = ["points", "children"]
differs     = "DfE takes the answer of the yearly return; ours takes the latest score, at each month end. Formerly NI 58. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
*/
with scored as (
    select child_id, latest(score, done_date, event_id) as score
    from lac_health
    where kind = 'SDQ'
        and score is not null
        and in_months_to(done_date, 12, month_end())
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    scored.score as numerator,
    true as denominator
from looked_after_since(month_end()) as looked_after
join scored on scored.child_id = looked_after.child_id
join children on children.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
    and age_on(children.date_of_birth, month_end()) between 5 and 16
