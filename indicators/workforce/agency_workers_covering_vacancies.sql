/*
title       = "Agency workers who cover vacancies"
numerator   = "Full-time equivalent of agency workers of these who cover vacant posts"
denominator = "Full-time equivalent of agency social workers in post at month end"
unit        = "percent"
good        = "none"
why         = "Agency workers beyond the vacancies are there for sickness, leave or a peak of work: they can go without a post to fill. Those who cover vacancies cannot."
source      = "DfE, Children's social work workforce, agency workers covering vacancies at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
published   = "workforce.vacancies_covered"
beside      = ["vacancies_covered_by_agency"]
subjects    = "teams"
halves      = ["full-time equivalents covering vacancies", "full-time equivalents of agency workers"]
differs     = "Ours is at every month end, team by team: in no team do more cover vacancies than there are agency workers, so one who covers a vacancy of another team is not seen. How many of the vacant posts are covered is another figure. A file that does not say what is covered counts nothing above."
adds_up     = ["denominator = agency_social_workers.numerator"]
*/
with teams_of_workers as (
    select count(team) > 0 as are_named
    from social_workers
),
teams_of_posts as (
    select count(team) > 0 as are_named
    from vacancies
    where period = last_day(month_end())
),
agency as (
    select case when teams_of_workers.are_named and teams_of_posts.are_named then social_workers.team end as team, sum(fte) as fte
    from social_workers
    cross join teams_of_workers
    cross join teams_of_posts
    where open_on(start_date, end_date, month_end())
        and agency = 'Y'
        and fte > 0
    group by all
),
covering as (
    select case when teams_of_workers.are_named and teams_of_posts.are_named then vacancies.team end as team, sum(fte_covered_by_agency) as fte
    from vacancies
    cross join teams_of_workers
    cross join teams_of_posts
    where period = last_day(month_end())
    group by all
)
select
    coalesce(agency.team, 'Not known') as subject,
    agency.team,
    least(coalesce(covering.fte, 0), agency.fte) as numerator,
    agency.fte as denominator
from agency
left join covering on covering.team is not distinct from agency.team
