/*
title       = "Vacant posts covered by agency workers"
numerator   = "Full-time equivalent of agency workers who cover vacant posts at month end"
denominator = "Full-time equivalent of vacant posts at month end"
unit        = "percent"
good        = "none"
why         = "What is vacant and not covered is work that nobody does. What is covered is done by somebody who may leave next month."
source      = "DfE, Children's social work workforce, vacancies covered by agency workers at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
looks_back  = 0
subjects    = "teams"
halves      = ["full-time equivalents covered", "full-time equivalents vacant"]
differs     = "Ours is at every month end. A file that does not say what is covered counts nothing above."
adds_up     = ["numerator = agency_workers_covering_vacancies.numerator", "denominator = social_work_vacancies.numerator"]
*/
select
    coalesce(team, 'Not known') as subject,
    team,
    sum(least(coalesce(fte_covered_by_agency, 0), fte_vacant)) as numerator,
    sum(fte_vacant) as denominator
from vacancies
where period = last_day(month_end())
    and fte_vacant > 0
group by team
