/*
whole = "month end"
loses = "Only the episode that was latest on the day is in the list: earlier placements are not known."

[held_in]
start_date = ["list_8.placement_start", "list_8.status_start", "list_8.started"]
reason_started = ["start_date"]
*/
with begun as (
    select
        *,
        latest_of(placement_start, placement_start_day, status_start, status_start_day) as began,
        greatest(placement_start_day, status_start_day) as began_day
    from list_8
)
select
    origin,
    child as child_id,
    latest_of(began, began_day, started, started_day) as start_date,
    case
        when started_day >= began_day or began_day is null then 'S'
        when placement_start_day = status_start_day then 'B'
        when placement_start_day = began_day then 'P'
        else 'L'
    end as reason_started,
    status as legal_status,
    placement as placement,
    provider as placement_provider,
    ceased as end_date,
    reason_ceased as reason_ended,
    need as category_of_need,
    urn as urn,
    location as placement_location,
    postcode_district(postcode) as placement_district,
    permanence_plan as permanence_plan,
    started as care_began,
    placement_start as placement_began,
    iro as reviewing_officer_contact,
    team as team
from begun
