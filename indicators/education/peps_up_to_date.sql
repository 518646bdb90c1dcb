/*
title       = "Looked-after children with an up-to-date personal education plan"
numerator   = "Children whose plan was held in the last completed term or since"
denominator = "Looked-after children of school age at month end who were in care throughout that term, or have had a plan since it began"
unit        = "percent"
good        = "high"
why         = "The plan is where school, carer and worker agree what this child needs to learn. It is renewed each term, or it is a piece of paper."
source      = "Promoting the education of looked-after and previously looked-after children, statutory guidance 2018. No national figure is published"
national    = "homes"
ofsted      = "in_care"
owner       = "Head of the virtual school"
review_by   = 2027-04-01
beside      = ["peps_graded_good"]
looks_back  = { peps = 8, looked_after_children = 8 }
differs     = "Terms are taken to run from 1 September to 31 December, 1 January to 31 March and 1 April to 31 July. Aged 5 to 15 at the start of the school year; plans before and after are not counted here. A child who came into care in the term or after it, and has no plan yet, is not yet due."
adds_up     = ["denominator + not_yet_due = lac_suspended.denominator"]
*/
with term as (
    select case
        when month(month_end() + 1) <= 3 then make_date(year(month_end() + 1) - 1, 9, 1)
        when month(month_end() + 1) <= 7 then make_date(year(month_end()), 1, 1)
        else make_date(year(month_end()), 4, 1)
    end as began
),
planned as (
    select peps.child_id, bool_or(peps.held_date >= term.began) as held
    from peps
    cross join term
    where peps.held_date <= month_end()
    group by peps.child_id
)
select
    looked_after.child_id as subject,
    looked_after.child_id,
    looked_after.team,
    coalesce(planned.held, false) as numerator,
    coalesce(planned.held, false) or coalesce(looked_after.since <= term.began, true) as denominator
from looked_after_since(month_end()) as looked_after
cross join term
left join planned on planned.child_id = looked_after.child_id
left join children on children.child_id = looked_after.child_id
where of_school_age(children.date_of_birth, month_end())
