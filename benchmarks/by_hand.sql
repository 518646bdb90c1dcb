-- The thirteen figures of every month, written by hand and set-wise: the floor for the engine.
-- indicator, month, numerator, denominator
with known as (
    select load, month, extract from loads_known(timestamp '9999-01-01') where authority = $authority
),
plans as (
    select known.month, rows.*
    from store.uploaded.child_protection_plans as rows
    join known on known.load = rows.load and known.extract = 'child_protection_plans'
    where coalesce(rows.other_authority, 'N') = 'N'
),
open_plans as (
    select * from plans where start_date <= month and (end_date is null or end_date > month)
),
episodes as (
    select known.month, rows.*
    from store.uploaded.looked_after_children as rows
    join known on known.load = rows.load and known.extract = 'looked_after_children'
    where rows.legal_status not in ('V3', 'V4') and rows.start_date <= known.month
),
open_episodes as (
    select month, child_id, min(team) as team
    from episodes
    where end_date is null or end_date > month
    group by month, child_id
),
numbered as (
    select
        *,
        count(*) filter (where reason_started in ('S', 'P', 'B'))
            over (partition by month, child_id order by start_date) as placement_number
    from episodes
),
placements as (
    select
        month, child_id, placement_number,
        min(start_date) as start_date,
        max(coalesce(end_date, date '9999-12-31')) as end_date,
        arg_min(placement, start_date) as placement
    from numbered
    group by month, child_id, placement_number
),
moved as (
    select month, child_id
    from placements
    where end_date > last_day((month - interval 12 month)::date)
        and end_date > start_date
        and placement not in ('T0', 'T1', 'T2', 'T3', 'T4')
    group by month, child_id
    having count(*) >= 3
),
children as (
    select known.month, rows.child_id, rows.date_of_birth
    from store.uploaded.children as rows
    join known on known.load = rows.load and known.extract = 'children'
),
entitled as (
    select
        known.month, rows.plan_date, rows.review_date,
        (greatest(children.date_of_birth + to_years(16), rows.eligible_from) + to_months(3))::date as due_on
    from store.uploaded.care_leavers as rows
    join known on known.load = rows.load and known.extract = 'care_leavers'
    left join children on children.month = known.month and children.child_id = rows.child_id
    where rows.eligibility in ('ELIGIBLE', 'RELEVANT', 'FORMER')
        and rows.eligible_from <= known.month
        and (rows.support_ended is null or rows.support_ended > known.month)
        and (rows.opted_in = 'Y' or coalesce(age_on(children.date_of_birth, known.month) < 21, true))
),
planned as (
    select
        month,
        greatest(plan_date, coalesce(review_date, plan_date)) >= last_day((month - interval 6 month)::date) as looked_at
    from entitled
    where plan_date <= last_day((month - interval 6 month)::date)
),
held as (
    select known.month, rows.worker_id, count(distinct rows.child_id) as cases
    from store.uploaded.case_allocations as rows
    join known on known.load = rows.load and known.extract = 'case_allocations'
    where rows.allocated_as = 'CASE'
        and rows.start_date <= known.month
        and (rows.end_date is null or rows.end_date > known.month)
    group by known.month, rows.worker_id
),
holders as (
    select held.month, held.cases, rows.fte
    from store.uploaded.social_workers as rows
    join known on known.load = rows.load and known.extract = 'social_workers'
    join held on held.month = known.month and held.worker_id = rows.worker_id
    where rows.fte > 0
        and rows.start_date <= known.month
        and (rows.end_date is null or rows.end_date > known.month)
),
attended as (
    select
        known.month, rows.child_id,
        sum(rows.authorised_absence + rows.unauthorised_absence) as missed,
        sum(rows.possible_sessions) as possible
    from store.uploaded.school_attendance as rows
    join known on known.load = rows.load and known.extract = 'school_attendance'
    join open_episodes on open_episodes.month = known.month and open_episodes.child_id = rows.child_id
    left join children on children.month = known.month and children.child_id = rows.child_id
    where rows.period > school_year_start(known.month)
        and rows.period <= known.month
        and coalesce(
            age_on(children.date_of_birth, (school_year_start(known.month) - to_days(1))::date) between 5 and 15, true
        )
    group by known.month, rows.child_id
    having sum(rows.possible_sessions) > 0
)
select 'children_on_a_plan' as indicator, month, count(distinct child_id)::double as numerator, null::double as denominator
from open_plans group by month
union all
select 'children_on_a_plan_rate', month, count(distinct child_id), null from open_plans group by month
union all
select 'cp_plans_two_years_or_more', month, count(*) filter (where date_diff('day', start_date, month) > 729), count(*)
from open_plans group by month
union all
select
    'cp_plans_two_years_or_more_at_ceasing', month,
    count(*) filter (where date_diff('day', start_date, end_date) >= 729), count(*)
from plans where end_date > last_day((month - interval 12 month)::date) and end_date <= month group by month
union all
select 'second_or_later_plans', month, count(*) filter (where previous_plans > 0), count(*)
from plans where start_date > last_day((month - interval 12 month)::date) and start_date <= month group by month
union all
select 'children_looked_after', month, count(*), null from open_episodes group by month
union all
select 'three_or_more_placements', open_episodes.month, count(moved.child_id), count(*)
from open_episodes
left join moved on moved.month = open_episodes.month and moved.child_id = open_episodes.child_id
group by open_episodes.month
union all
select 'pathway_plans_in_place', month, count(*) filter (where plan_date <= month), count(*)
from entitled where due_on <= month group by month
union all
select 'pathway_plans_reviewed_in_six_months', month, count(*) filter (where looked_at), count(*)
from planned group by month
union all
select 'average_caseload', month, sum(cases), sum(fte) from holders group by month
union all
select 'caseload_above_20', month, count(*) filter (where cases > 20), count(*) from holders group by month
union all
select 'lac_overall_absence', month, sum(missed), sum(possible) from attended group by month
union all
select 'lac_persistent_absence', month, count(*) filter (where missed * 10 >= possible), count(*)
from attended group by month
