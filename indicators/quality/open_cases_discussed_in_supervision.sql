/*
title       = "Open cases whose record shows supervision in the last month"
numerator   = "Children of these with supervision entered in their record in the month to month end"
denominator = "Children whose case a worker holds at month end, and held at the month end before"
unit        = "percent"
good        = "high"
why         = "Every child's case is to be thought about by two, not only those on a plan. What is not on the record cannot be seen to have changed anything."
source      = "Local measure of the founding report; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = { case_allocations = 1, case_supervision = 1 }
beside      = ["on_a_plan_discussed_in_supervision", "supervision_with_reflection"]
differs     = "A case that was opened in the month is not yet due; one that passed from worker to worker is. Care leavers whose case is held count where they are in the file. Policies differ on how often a case should be discussed: ours is a month."
adds_up     = ["denominator + not_yet_due = cases_without_a_social_worker.denominator"]
*/
with held as (
    select
        cases.child_id,
        min(social_workers.team) filter (open_on(cases.start_date, cases.end_date, month_end())) as team,
        bool_or(open_on(cases.start_date, cases.end_date, month_end())) as now,
        bool_or(open_on(cases.start_date, cases.end_date, months_before(month_end(), 1))) as before
    from cases() as cases
    left join social_workers on social_workers.worker_id = cases.worker_id
    group by cases.child_id
),
discussed as (
    select distinct child_id
    from case_supervision
    where in_months_to(supervision_date, 1, month_end())
)
select
    held.child_id as subject,
    held.child_id,
    held.team,
    held.before and discussed.child_id is not null as numerator,
    held.before as denominator
from held
left join discussed on discussed.child_id = held.child_id
where held.now
