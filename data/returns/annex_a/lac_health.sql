/*
whole = "month end"
loses = "Only the latest health assessment and dental check are in the list; whether it was the first assessment is not."

[held_in]
event_id = ["list_8.child", "done_date"]
kind = ["done_date"]

[held_in.done_date]
RHA = ["list_8.health"]
DENTAL = ["list_8.dental"]
*/
with latest as (
    select origin, child, health as done, 'RHA' as kind from list_8
    union all
    select origin, child, dental, 'DENTAL' from list_8
)
select
    origin,
    named_after(child, done) || '-' || kind as event_id,
    child as child_id,
    kind as kind,
    done as done_date
from latest
where done is not null
