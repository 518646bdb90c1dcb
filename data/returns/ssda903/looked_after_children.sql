/*
whole = "1 April"
loses = "Teams and workers, the permanence plan, the date of the care plan and the reviewing officer's contact are not in the return."
*/
select
    origin,
    child as child_id,
    decom as start_date,
    rne as reason_started,
    ls as legal_status,
    place as placement,
    place_provider as placement_provider,
    dec as end_date,
    rec as reason_ended,
    cin as category_of_need,
    reason_place_change as place_change_reason,
    urn as urn,
    pl_distance as distance,
    pl_location as placement_location,
    pl_la as placement_authority,
    postcode_district(home_post) as home_district,
    postcode_district(pl_post) as placement_district
from episodes
