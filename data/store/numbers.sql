-- The next number of everything that bears one: the one place that gives them. They only grow, and none is left out.
-- Whoever changes a store has its lock (`Store.change`), which in a file the other threads of its one process wait for, and
-- on a lake all processes of all machines: so the number after the last will do.

create or replace macro next_load() as (select coalesce(max(load), 0) + 1 from store.ledger.loads);
create or replace macro next_turn() as (select coalesce(max(turn), 0) + 1 from store.ledger.turns);
create or replace macro next_event() as (select coalesce(max(event), 0) + 1 from store.ledger.events);
create or replace macro next_attempt() as (select coalesce(max(attempt), 0) + 1 from store.ledger.attempts);
create or replace macro next_submission() as (select coalesce(max(submission), 0) + 1 from store.ledger.attempts);
create or replace macro next_measurement() as (select coalesce(max(measurement), 0) + 1 from store.measured.measurements);
create or replace macro next_purge() as (select coalesce(max(purge), 0) + 1 from store.ledger.purges);
create or replace macro next_comment() as (select coalesce(max(comment), 0) + 1 from store.office.comments);
create or replace macro next_target() as (select coalesce(max(target), 0) + 1 from store.office.targets);
create or replace macro next_office_event() as (select coalesce(max(event), 0) + 1 from store.office.events);
create or replace macro next_kept_view() as (select coalesce(max(kept_view), 0) + 1 from store.office.kept_views);
create or replace macro next_question() as (select coalesce(max(question), 0) + 1 from store.office.questions);
create or replace macro next_question_answer() as (
    select coalesce(max(question_answer), 0) + 1 from store.office.question_answers
);

create or replace macro next_issued_report() as (
    select coalesce(max(issued_report), 0) + 1 from store.office.issued_reports
);
create or replace macro next_plan_source() as (
    select coalesce(max(plan_source), 0) + 1 from store.office.plan_sources
);
create or replace macro next_plan_recommendation() as (
    select coalesce(max(plan_recommendation), 0) + 1 from store.office.plan_recommendations
);
create or replace macro next_plan_action() as (
    select coalesce(max(plan_action), 0) + 1 from store.office.plan_actions
);

-- The version that comes next of an extract of an authority's month.
create or replace macro next_version(whose, which, of_extract) as (
    select count(*) + 1
    from store.ledger.loads as loads
    where loads.authority = whose and loads.month = which and loads.extract = of_extract
);

-- The latest moment that the ledger bears: of what was published, undone, kept, checked or confirmed.
create or replace macro last_act() as (
    select max(moment)
    from (
        select max(happened_at) as moment
        from store.ledger.events
        union all
        select max(checked_at)
        from store.ledger.attempts
        union all
        select max(confirmed_at)
        from store.ledger.headings
    )
);
