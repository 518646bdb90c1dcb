/*
whole = "1 April"
needs = ["episodes", "ad1"]
may_be_blank = ["entered_care"]
loses = "When care began is known only of those whose first episode is in the years given. Placement orders and the day of placement with carers who may adopt are not in the return."

[held_in]
entered_care = ["episodes.decom"]
order_date = ["episodes.dec"]
order_type = ["episodes.rec"]
*/
with ended as (
    select child, origin, dec as day, dec_day, rec as reason
    from episodes
    where rec in ('E11', 'E12', 'E41', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48') and dec is not null
    qualify row_number() over (partition by child order by dec_day desc nulls last, decom_day desc, rec, origin) = 1
),
placed as (
    select *
    from placed_adoption
    qualify row_number() over (
        partition by child
        order by date_placed_day desc nulls last, date_placed_ceased_day desc nulls first, reason_placed_ceased, origin
    ) = 1
),
concerned as (
    select child from ad1
    union
    select child from placed
    union
    select child from ended
),
-- A child may have come back into care after the order.
entered as (
    select
        episodes.child,
        max((episodes.decom_day, episodes.decom)) filter (
            where episodes.rne = 'S' and (ended.dec_day is null or episodes.decom_day <= ended.dec_day)
        )[2] as day,
        list(episodes.origin order by episodes.origin) as origins
    from episodes
    left join ended on ended.child = episodes.child
    group by episodes.child
)
select
    made_of(ad1.origin, placed.origin, ended.origin) || coalesce(entered.origins, []) as origin,
    concerned.child as child_id,
    entered.day as entered_care,
    ad1.date_int as decision_date,
    ad1.date_match as matched_date,
    placed.date_placed as placed_date,
    ended.day as order_date,
    case
        when ended.reason in ('E11', 'E12') then 'ADOPTION'
        when ended.reason = 'E41' then 'CAO'
        when ended.reason is not null then 'SGO'
    end as order_type,
    placed.date_placed_ceased as reversed_date,
    placed.reason_placed_ceased as reversed_reason
from concerned
left join ad1 on ad1.child is not distinct from concerned.child
left join placed on placed.child is not distinct from concerned.child
left join entered on entered.child = concerned.child
left join ended on ended.child is not distinct from concerned.child
