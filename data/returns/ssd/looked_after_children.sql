/*
whole = "72 months"
needs = ["cla_episodes", "cla_placement", "legal_status"]
may_be_blank = ["team"]
loses = "Whether a home lies in the authority and in which, and the permanence plan, are not in the dataset. Where one record spans a change of another, the reason is told by what changed."

[held_in]
start_date = [
    "cla_episodes.clae_cla_episode_start_date",
    "cla_placement.clap_cla_placement_start_date",
    "legal_status.lega_legal_status_start_date",
]
end_date = [
    "cla_episodes.clae_cla_episode_ceased_date",
    "cla_placement.clap_cla_placement_start_date",
    "legal_status.lega_legal_status_start_date",
]
placement_began = ["cla_placement.clap_cla_placement_start_date", "start_date"]
reason_started = ["cla_episodes.clae_cla_episode_start_reason", "start_date"]
reason_ended = ["cla_episodes.clae_cla_episode_ceased_reason", "end_date"]
*/
with placed as (
    select
        coalesce(clap_person_id, of_period.child) as clap_child,
        cla_placement.*
    from cla_placement
    left join (
        select clae_cla_id as period, min(clae_person_id) as child
        from cla_episodes
        group by clae_cla_id
    ) as of_period on of_period.period = clap_cla_id
    where clap_cla_placement_start_date_day is not null
),
-- The days on which an episode may begin: its own, and those within it on which a home or a legal status changes.
changes as (
    select origin as episode, clae_cla_episode_start_date_day as day
    from cla_episodes
    union
    select cla_episodes.origin, clap_cla_placement_start_date_day
    from cla_episodes
    join placed on clap_child = clae_person_id
        and clap_cla_placement_start_date_day > clae_cla_episode_start_date_day
        and clap_cla_placement_start_date_day < coalesce(clae_cla_episode_ceased_date_day, date '9999-01-01')
    union
    select cla_episodes.origin, lega_legal_status_start_date_day
    from cla_episodes
    join legal_status on lega_person_id = clae_person_id
        and lega_legal_status_start_date_day > clae_cla_episode_start_date_day
        and lega_legal_status_start_date_day < coalesce(clae_cla_episode_ceased_date_day, date '9999-01-01')
),
-- Of the homes and of the statuses that a day lies in, the one that began last.
spans as (
    select
        changes.*,
        placed.origin as home,
        placed.clap_cla_placement_id as place,
        legal_status.origin as status,
        lega_legal_status
    from changes
    join cla_episodes on cla_episodes.origin = episode
    left join placed on clap_child = clae_person_id
        and clap_cla_placement_start_date_day <= changes.day
        and coalesce(clap_cla_placement_end_date_day > changes.day, true)
    left join legal_status on lega_person_id = clae_person_id
        and lega_legal_status_start_date_day <= changes.day
        and coalesce(lega_legal_status_end_date_day > changes.day, true)
    qualify row_number() over (
        partition by episode, changes.day
        order by
            clap_cla_placement_id = clae_cla_placement_id and clap_cla_placement_start_date_day = changes.day desc nulls last,
            clap_cla_placement_start_date_day desc nulls last,
            lega_legal_status_start_date_day desc nulls last,
            clap_cla_placement_id desc,
            lega_legal_status_id desc
    ) = 1
),
-- What changed neither home nor status begins no episode of its own.
begun as (
    select
        *,
        lag(place) over cared_for as place_before,
        lag(lega_legal_status) over cared_for as status_before,
        lag(episode) over cared_for as episode_before
    from spans
    window cared_for as (partition by episode order by day)
    qualify episode_before is null or place is distinct from place_before
        or lega_legal_status is distinct from status_before
),
told as (
    select
        *,
        lead(day) over (partition by episode order by day) as until,
        row_number() over (partition by episode order by day) as turn
    from begun
),
joined as (
    select
        told.*,
        cla_episodes.*,
        placed.*,
        lag(told.place) over life as earlier_place,
        lag(told.lega_legal_status) over life as earlier_status,
        lag(coalesce(told.until, clae_cla_episode_ceased_date_day)) over life as earlier_until
    from told
    join cla_episodes on cla_episodes.origin = told.episode
    left join placed on placed.origin = told.home
    window life as (partition by clae_person_id order by told.day, told.episode)
),
reasoned as (
    select
        *,
        case
            when turn = 1 and regexp_matches(trim(clae_cla_episode_start_reason), '^[SLPTBU]($|[^A-Za-z])')
                then left(trim(clae_cla_episode_start_reason), 1)
            when earlier_until is null or earlier_until < day then 'S'
            when place is distinct from earlier_place and lega_legal_status is distinct from earlier_status then 'B'
            when place is distinct from earlier_place then 'P'
            else 'L'
        end as why_begun
    from joined
),
-- A home begins where the child moved to other carers: not with a legal status, nor with another home of the same carer.
settled as (
    select
        *,
        max(case when why_begun in ('S', 'P', 'B') then day end) over (
            partition by clae_person_id
            order by day, episode
        ) as home_since
    from reasoned
)
select
    made_of(episode, home, status) || made_of(held_by.origin) as origin,
    clae_person_id as child_id,
    case when turn = 1 then clae_cla_episode_start_date else day::varchar end as start_date,
    why_begun /* clae_cla_episode_start_reason */ as reason_started,
    lega_legal_status as legal_status,
    clap_cla_placement_type as placement,
    clap_cla_placement_provider as placement_provider,
    coalesce(until::varchar, clae_cla_episode_ceased_date) as end_date,
    case when until is null then clae_cla_episode_ceased_reason else 'X1' end as reason_ended,
    clae_cla_primary_need_code as category_of_need,
    case
        when clap_cla_placement_end_date_day = coalesce(until, clae_cla_episode_ceased_date_day)
            then clap_cla_placement_change_reason
    end as place_change_reason,
    clap_cla_placement_urn as urn,
    clap_cla_placement_distance as distance,
    postcode_district(clap_cla_placement_postcode) as placement_district,
    clae_entered_care_date as care_began,
    coalesce(home_since, clap_cla_placement_start_date_day)::varchar as placement_began,
    clae_cla_last_iro_contact_date as reviewing_officer_contact,
    invo_professional_team as team,
    invo_professional_id as worker_id
from settled
left join held_by on held_by.child = clae_person_id
