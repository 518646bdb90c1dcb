/*
title       = "Turnover of social workers"
numerator   = "Full-time equivalent of the employed social workers who left in the 12 months to month end"
denominator = "Full-time equivalent of the employed social workers in post at month end"
unit        = "percent"
good        = "low"
why         = "When workers leave, children lose someone they knew. This is how DfE counts it, so that it can be set beside other authorities."
source      = "DfE, Children's social work workforce, turnover rate, leavers in the year to 30 September"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
published   = "workforce.turnover"
beside      = ["social_workers_who_left", "agency_social_workers"]
looks_back  = 12
subjects    = "teams"
halves      = ["full-time equivalents that left", "full-time equivalents in post"]
differs     = "DfE counts the year to 30 September; ours is the 12 months to each month end. One who came and left within the year counts, and agency workers do not. Whoever the file says has left counts, whatever the reason. Those who left a team in which nobody is in post any more are counted with the team that has the most posts, so that none is lost."
adds_up     = ["denominator = social_workers_in_post.numerator"]
*/
with posts as (
    select team, sum(fte) as fte
    from social_workers
    where open_on(start_date, end_date, month_end())
        and agency = 'N'
        and fte > 0
    group by team
),
largest as (
    select first(team order by fte desc, team) as team
    from posts
),
gone as (
    select if(posts.fte is null, largest.team, posts.team) as team, sum(social_workers.fte) as fte
    from social_workers
    left join posts on posts.team is not distinct from social_workers.team
    cross join largest
    where in_months_to(social_workers.end_date, 12, month_end())
        and social_workers.agency = 'N'
    group by all
)
select
    coalesce(posts.team, 'Not known') as subject,
    posts.team,
    coalesce(gone.fte, 0) as numerator,
    posts.fte as denominator
from posts
left join gone on gone.team is not distinct from posts.team
