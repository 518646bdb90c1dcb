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
differs     = "Ours is at every month end, team by team. Agency workers fill no post here, whether or not they cover a vacancy, as in the census. A team that the vacancies extract does not list is in neither number."
adds_up     = ["numerator + social_workers_in_post.numerator = denominator"]
*/
with posts as (
    select team, sum(fte_vacant) as vacant
    from vacancies
    where period = last_day(month_end())
    group by team
),
in_post as (
    select team, sum(fte) as fte
    from social_workers
    where open_on(start_date, end_date, month_end())
        and agency = 'N'
    group by team
)
select
    posts.team as subject,
    posts.team,
    posts.vacant as numerator,
    posts.vacant + coalesce(in_post.fte, 0) as denominator
from posts
left join in_post on in_post.team = posts.team
where posts.vacant + coalesce(in_post.fte, 0) > 0
