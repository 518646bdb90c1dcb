/*
title       = "Looked-after children with an up-to-date health assessment"
numerator   = "Children last assessed in the 6 months to month end if under 5, in the 12 months if 5 or over"
denominator = "Children looked after at month end for 12 months or more, short breaks left out"
unit        = "percent"
good        = "high"
why         = "Health changes as a child grows and settles. What was found at the start must be looked at again."
source      = "DfE, Outcomes for children in need, including children looked after, children looked after for 12 months or more at 31 March (OC2), annual health assessment; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7"
national    = "homes"
ofsted      = "in_care"
owner       = "Designated nurse and head of looked-after children"
review_by   = 2027-04-01
published   = "health_of_looked_after.health_assessments"
beside      = ["health_reports_graded_good"]
looks_back  = { looked_after_children = 12, lac_health = 12 }
differs     = "DfE takes the answer of the yearly return; ours takes the day of the latest assessment, initial or review, at each month end. What falls due again on the month end and is not done is late. A child of unknown age is held to 12 months. A child with no start of care among the rows has been in care for longer than the 12 months they hold."
adds_up     = ["denominator = dental_checks_up_to_date.denominator"]
*/
with assessed as (
    select child_id, max(done_date) as last_done
    from lac_health
    where kind in ('IHA', 'RHA')
        and done_date <= month_end()
    group by child_id
),
limits as (
    select
        looked_after.child_id,
        looked_after.team,
        assessed.last_done,
        case when age_on(children.date_of_birth, month_end()) < 5 then 6 else 12 end as months
    from looked_after_since(month_end()) as looked_after
    left join children on children.child_id = looked_after.child_id
    left join assessed on assessed.child_id = looked_after.child_id
    where coalesce(looked_after.since <= months_before(month_end(), 12), true)
)
select
    child_id as subject,
    child_id,
    team,
    coalesce(in_months_to(last_done, months, month_end()), false) as numerator,
    true as denominator,
    (last_done + to_months(months::integer))::date as due_on
from limits
