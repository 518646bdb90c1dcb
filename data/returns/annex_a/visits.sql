/*
whole = "month end"
loses = "Only the latest visit on which each child was seen is in the lists."

[held_in]
visit_id = ["child_id", "visit_date"]
kind = ["visit_date"]
seen = ["visit_date"]

[held_in.visit_date]
CP = ["list_7.visit"]
CLA = ["list_8.visit"]
CIN = ["list_6.seen"]
*/
with latest as (
    select origin, child, visit, alone, team, 'CP' as kind from list_7
    union all
    select origin, child, visit, null, team, 'CLA' from list_8
    union all
    select origin, child, seen, null, team, 'CIN' from list_6
)
select
    origin,
    named_after(child, visit) || '-' || kind as visit_id,
    child as child_id,
    kind as kind,
    visit as visit_date,
    'Y' as seen,
    alone as seen_alone,
    team as team
from latest
where visit is not null
-- Where a list tells one visit of a child twice, the child was seen alone where either row says so.
qualify row_number() over (partition by child, visit, kind order by alone desc nulls last, team, origin) = 1
