/*
title       = "Social work posts that are vacant"
numerator   = "Full-time equivalent of vacant posts at month end"
denominator = "Full-time equivalent of vacant posts and of employed social workers in post at month end"
unit        = "percent"
good        = "low"
why         = "A post that nobody holds is carried by the others, or by an agency."
source      = "DfE, Children's social work workforce, vacancy rate at 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
published   = "workforce.vacancies"
beside      = ["vacancies_covered_by_agency"]
looks_back  = 0
subjects    = "teams"
halves      = ["full-time equivalents vacant", "full-time equivalents of all posts"]
differs     = "Ours is at every month end, team by team. Agency workers fill no post here, whether or not they cover a vacancy, as in the census. A team that the vacancies extract does not list is in neither number. Where either list names no teams, as a workforce census does not, it is one number for all."
adds_up     = ["numerator + social_workers_in_post.numerator = denominator"]
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
posts as (
    select case when teams_of_workers.are_named and teams_of_posts.are_named then vacancies.team end as team, sum(fte_vacant) as vacant
    from vacancies
    cross join teams_of_workers
    cross join teams_of_posts
    where period = last_day(month_end())
    group by all
),
in_post as (
    select case when teams_of_workers.are_named and teams_of_posts.are_named then social_workers.team end as team, sum(fte) as fte
    from social_workers
    cross join teams_of_workers
    cross join teams_of_posts
    where open_on(start_date, end_date, month_end())
        and agency = 'N'
    group by all
)
select
    coalesce(posts.team, 'Not known') as subject,
    posts.team,
    posts.vacant as numerator,
    posts.vacant + coalesce(in_post.fte, 0) as denominator
from posts
left join in_post on in_post.team is not distinct from posts.team
where posts.vacant + coalesce(in_post.fte, 0) > 0
