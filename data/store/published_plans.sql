-- The published months of the action plan, as its history in the office: once, when it came to be kept there. Of each month
-- the file that stands; an action has a version for each month in which its file said something new of it, written when
-- that file was published. A file named no owner and said nothing in words, and nothing is made up.

create temporary table published_plan as
with turned as (
    select load, arg_max(turns.what, turns.turn) as what
    from store.ledger.turns as turns
    group by load
),
standing as (
    select loads.load, loads.authority, loads.month, loads.published_at, loads.published_by
    from store.ledger.loads as loads
    left join turned on turned.load = loads.load
    where loads.extract = 'action_plan' and turned.what is distinct from 'withdraw'
    qualify row_number() over (partition by loads.authority, loads.month order by loads.load desc) = 1
),
described as (
    select
        standing.*,
        rows.* exclude (load, row),
        [
            rows.recommendation, rows.agreed_date::varchar, rows.due_date::varchar, rows.progress,
            rows.completed_date::varchar, rows.evidence, rows.team, rows.indicator
        ] as content
    from standing
    join store.uploaded.action_plan as rows on rows.load = standing.load
),
changed as (
    select described.*
    from described
    qualify lag(content) over (partition by authority, action_id order by month) is distinct from content
)
select
    changed.*,
    row_number() over (order by month, authority, action_id)::integer as plan_action,
    row_number() over (partition by authority, action_id order by month)::integer as version
from changed;

insert into store.office.plan_recommendations
select
    row_number() over (order by min(plan_action))::integer, authority, recommendation, 1, '', '', min(published_at),
    arg_min(published_by, plan_action)
from published_plan
group by authority, recommendation;

insert into store.office.plan_actions
select
    plan_action, authority, action_id, version, recommendation, '', '', '', coalesce(team, ''), agreed_date, due_date,
    progress, completed_date,
    case evidence
        when 'Y' then 'Attached, as the monthly file said'
        when 'N' then ''
    end,
    '', published_at, published_by
from published_plan;

insert into store.office.plan_moves
select plan_action, 0, indicator, 'better', null, null
from published_plan
where coalesce(indicator, '') <> '';

drop table published_plan;
