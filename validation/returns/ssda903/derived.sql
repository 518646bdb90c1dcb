-- What several rules ask of the lists.

create macro year_begins() as make_date(year(month_end()) - case when month(month_end()) < 4 then 1 else 0 end, 4, 1);
create macro year_ends() as make_date(year(year_begins()) + 1, 3, 31);

create macro twelve_months_begin() as (months_before(month_end(), 12) + 1)::date;

-- The day on which a child is so many years old; a child born on 29 February has birthdays on 28 February.
create macro birthday(born, years) as (born + to_years(years))::date;

create macro short_break(ls) as coalesce(upper(ls) in ('V3', 'V4'), false);
create macro temporary(place) as coalesce(place in ('T0', 'T1', 'T2', 'T3', 'T4'), false);
-- Z1 was a code until March 2025, and Z11 to Z14 stand for it since.
create macro has_provider(place) as
    coalesce(place not in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14'), true)
    and (place is distinct from 'Z1' or year_begins() >= date '2025-04-01');
create macro for_adoption(place) as coalesce(place in ('A3', 'A4', 'A5', 'A6'), false);

-- Every episode beside the one before it and the one after it; those that began on one day stand in the order they end.
create table chain as
select
    episodes.*,
    lag(origin) over in_order as before,
    lag(decom_day) over in_order as decom_before,
    lag(dec_day) over in_order as dec_before,
    lag(rec) over in_order as rec_before,
    lag(ls) over in_order as ls_before,
    lag(place) over in_order as place_before,
    lag(reason_place_change) over in_order as change_before,
    lag([place, pl_post, urn, place_provider]) over in_order as placement_before,
    lag(origin, 2) over in_order as before_two,
    lag(place, 2) over in_order as place_two_before,
    lag(pl_post, 2) over in_order as pl_post_two_before,
    lead(decom_day) over in_order as decom_after,
    lead(rne) over in_order as rne_after,
    lead(place) over in_order as place_after
from episodes
where child is not null and decom_day is not null
window in_order as (partition by child order by decom_day, dec_day nulls last, origin);

-- Each period in care, from the first to the last of episodes that follow on; one that goes on has no end.
create table periods as
with begun as (
    select
        *,
        sum(case when before is null or decom_day > dec_before then 1 else 0 end)
            over (partition by child order by decom_day, dec_day nulls last, origin) as number
    from chain
)
select
    child,
    min(decom_day) as began,
    last(dec_day order by decom_day, dec_day nulls last, origin) as ended,
    last(rec order by decom_day, dec_day nulls last, origin) as rec
from begun
group by child, number;

-- The children who were looked after all of the 12 months to the month end: they were in care, and nothing says that they
-- came in or went out within it, or were only on short breaks.
create table all_year as
select child
from episodes
where child is not null
    and decom_day <= month_end()
    and (dec_day >= twelve_months_begin() or dec_day is null)
group by child
having not bool_or(
    coalesce(rne = 'S' and decom_day > twelve_months_begin(), false)
    or coalesce(rec is distinct from 'X1' and dec_day >= twelve_months_begin() and dec_day < month_end(), false)
    or short_break(ls)
);

-- Each time under a brief order or in police detention: episodes of one child under one legal status that
-- follow on from day to day, each beside when the whole began, when it ended, and for how many days it has run.
create table brief_orders as
with under_order as (
    select *, coalesce(dec_day, month_end()) as until
    from chain
    where ls in ('L1', 'L2', 'L3', 'J2')
),
begun as (
    select *, case when lag(until) over in_order = decom_day then 0 else 1 end as begins
    from under_order
    window in_order as (partition by child, ls order by decom_day, origin)
),
numbered as (
    select *, sum(begins) over (partition by child, ls order by decom_day, origin) as number
    from begun
)
select
    origin,
    ls,
    min(decom_day) over one as began,
    max(dec_day) over one as ended,
    max(until) over one - min(decom_day) over one as days
from numbered
window one as (partition by child, ls, number);

-- Every social worker's time with a child beside the one before it.
create table workers as
select
    *,
    lag(origin) over by_day as before,
    lead(origin) over by_day as after,
    lag(sw_dec_day) over by_day as end_before
from sw_episodes
where child is not null
    and sw_decom_day is not null
window by_day as (partition by child order by sw_decom_day, sw_dec_day nulls last, origin);
