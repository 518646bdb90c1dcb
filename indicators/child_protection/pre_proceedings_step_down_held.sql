/*
title       = "Steps down from pre-proceedings that held for a year"
numerator   = "Children of these who were in no new pre-proceedings and for whom no court was asked within 12 months"
denominator = "Children who stepped down from pre-proceedings and whose 12 months since then ended in the 12 months to month end"
unit        = "percent"
good        = "high"
why         = "Who steps down too soon comes back, with a year lost. Who stays down was helped enough."
source      = "Local measure; no national figure is published"
national    = "together"
ofsted      = "help_and_protection"
owner       = "Head of child protection conferences"
review_by   = 2027-04-01
outcome     = true
looks_back  = 24
differs     = "One who stepped down within the last 12 months is not yet due, whether or not the child has come back."
*/
with stepped_down as (
    select *, (decision_date + to_months(12))::date as due_on
    from pre_proceedings
    where in_months_to(decision_date, 24, month_end())
        and start_date is not null
        and not coalesce(application_date <= least((decision_date + to_months(1))::date, month_end()), false)
),
back as (
    select distinct stepped_down.pre_proceedings_id
    from stepped_down
    join pre_proceedings as again
        on again.child_id = stepped_down.child_id
        and coalesce(again.start_date, again.application_date) > stepped_down.decision_date
        and coalesce(again.start_date, again.application_date) <= stepped_down.due_on
)
select
    stepped_down.pre_proceedings_id as subject,
    stepped_down.child_id,
    stepped_down.team,
    stepped_down.due_on <= month_end() and back.pre_proceedings_id is null as numerator,
    stepped_down.due_on <= month_end() as denominator,
    stepped_down.due_on
from stepped_down
left join back on back.pre_proceedings_id = stepped_down.pre_proceedings_id
