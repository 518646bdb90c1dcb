/*
title       = "Children on a plan or looked after reached by consultation"
numerator   = "Children who took part in exercises with children of these cohorts in the 12 months to month end, and no more than there are"
denominator = "Children subject of a child protection plan, and children looked after, at month end"
unit        = "percent"
good        = "high"
why         = "Sixty children heard is many of a hundred and few of a thousand. This says how far a year of asking could have reached."
source      = "Local measure of the founding report's programme of consultation; no national figure is published"
national    = "leaders"
ofsted      = "leaders"
owner       = "Participation lead"
review_by   = 2027-04-01
looks_back  = { consultation = 12 }
beside      = ["children_heard", "consultations_held"]
subjects    = "cohorts"
halves      = ["children heard", "children"]
without     = ["child_protection_plans.other_authority"]
differs     = "It is the most that it may be: an exercise counts children and names none, so a child who took part in two is counted twice. A child on a plan and looked after is in both cohorts. Exercises with children of several cohorts are left out, since whose they were is not known. A file that does not mark the plans of another authority counts them with ours."
*/
with of_a_cohort as (
    select 'CP' as cohort, count(distinct child_id) as children
    from child_protection_plans
    where open_on(start_date, end_date, month_end())
        and coalesce(other_authority, 'N') = 'N'
    union all
    select 'CLA' as cohort, count(distinct child_id) as children
    from looked_after_children
    where open_on(start_date, end_date, month_end())
        and not_short_break(legal_status)
),
heard as (
    select cohort, sum(children_heard) as children
    from consultation
    where in_months_to(held_date, 12, month_end())
    group by cohort
)
select
    of_a_cohort.cohort as subject,
    least(coalesce(heard.children, 0), of_a_cohort.children) as numerator,
    of_a_cohort.children as denominator
from of_a_cohort
left join heard on heard.cohort = of_a_cohort.cohort
where of_a_cohort.children > 0
