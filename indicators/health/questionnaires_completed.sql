/*
title       = "Looked-after children with a strengths and difficulties questionnaire in the year"
numerator   = "Children with a score from the 12 months to month end"
denominator = "Children aged 5 to 16 looked after at month end for 12 months or more, short breaks left out"
unit        = "percent"
good        = "high"
why         = "The questionnaire is how the worries of a child who does not speak of them come to be seen."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), strengths and difficulties questionnaire, ages 5 to 16"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.sdq_received"
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day it was done, at each month end. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
adds_up     = ["numerator = questionnaire_average_score.denominator"]
*/
with done as (
    select child_id, max(done_date) as last_done
    from lac_health
    where kind = 'SDQ'
        and score is not null
        and done_date <= month_end()
    group by child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(in_months_to(done.last_done, 12, month_end()), false) as numerator,
    true as denominator,
    (done.last_done + to_months(12))::date as due_on
from looked_after_since(month_end()) as looked_after
join children on children.child_id = looked_after.child_id
left join done on done.child_id = looked_after.child_id
where coalesce(looked_after.since <= months_before(month_end(), 12), true)
    and age_on(children.date_of_birth, month_end()) between 5 and 16
