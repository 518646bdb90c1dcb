/*
title       = "Median caseload"
numerator   = "Cases held by the social worker in the middle, or by the two in the middle, of all in order of the cases they hold"
denominator = "The social workers in the middle: one, or two where they are even in number"
unit        = "average"
good        = "low"
why         = "Half of the workers hold as many or more. An average is pulled about by a few who hold very many or very few; this is what one worker is like to hold."
source      = "Local; no national figure is published"
national    = "workforce"
ofsted      = "leaders"
owner       = "Principal social worker"
review_by   = 2027-04-01
beside      = ["average_caseload", "caseload_above_20"]
subjects    = "social workers"
halves      = ["cases", "social workers in the middle"]
differs     = "Those counted are as in the average caseload, but it counts cases and not cases per full-time equivalent: 12 cases held in half a post are 12. Medians of teams make no median of the whole, so there is none by team here; the page of caseloads has them team by team."
*/
with in_order as (
    select
        social_workers.worker_id,
        held.cases,
        row_number() over (order by held.cases, social_workers.worker_id) as place,
        count(*) over () as workers
    from social_workers
    join caseloads(month_end()) as held on held.worker_id = social_workers.worker_id
    where social_workers.fte > 0
        and open_on(social_workers.start_date, social_workers.end_date, month_end())
)
select
    worker_id as subject,
    cases as numerator,
    true as denominator
from in_order
where 2 * place between workers and workers + 2
