/*
whole = "72 months"
needs = ["permanence", "cla_episodes"]
may_be_blank = ["entered_care", "team"]

[held_in]
child_id = ["permanence.perm_person_id"]
entered_care = ["cla_episodes.clae_entered_care_date"]
*/
with people as (
    -- One system names a child here by the number of an earlier system.
    select
        permanence.*,
        coalesce(known.pers_person_id, earlier.pers_person_id, perm_person_id) as child,
        case when perm_permanence_order_type is not null then perm_permanence_order_date_day end as ordered
    from permanence
    left join person as known on known.pers_person_id = perm_person_id
    left join person as earlier on earlier.pers_legacy_id = perm_person_id and known.pers_person_id is null
    where perm_adm_decision_date is not null
        or perm_placement_order_date is not null
        or perm_placed_for_adoption_date is not null
        or given(perm_permanence_order_type) is not null
),
latest_row as (
    select *
    from people
    qualify row_number() over (
        partition by child
        order by
            coalesce(perm_adm_decision_date_day, ordered, perm_placement_order_date_day) desc nulls last,
            ordered desc nulls last,
            perm_table_id desc
    ) = 1
),
entered as (
    select
        latest_row.child as entrant,
        max(clae_entered_care_date_day) as day,
        arg_max(cla_episodes.origin, (clae_entered_care_date_day, -cla_episodes.origin)) as entered_origin
    from latest_row
    join cla_episodes on clae_person_id = latest_row.child
        and clae_entered_care_date_day <= coalesce(perm_adm_decision_date_day, ordered, month_end())
    group by latest_row.child
)
select
    made_of(latest_row.origin, entered_origin, held_by.origin) as origin,
    latest_row.child as child_id,
    entered.day::varchar /* clae_entered_care_date */ as entered_care,
    perm_adm_decision_date as decision_date,
    perm_placement_order_date as placement_order_date,
    perm_matched_date as matched_date,
    perm_placed_ffa_cp_date as foster_to_adopt_date,
    perm_placed_for_adoption_date as placed_date,
    case when given(perm_permanence_order_type) is not null then perm_permanence_order_date end as order_date,
    order_of(perm_permanence_order_type) as order_type,
    perm_decision_reversed_date as reversed_date,
    perm_decision_reversed_reason as reversed_reason,
    invo_professional_team as team
from latest_row
left join entered on entrant = latest_row.child
left join held_by on held_by.child = latest_row.child
