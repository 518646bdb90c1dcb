-- Whom and what indicators are about on a day: words that stand for a table, so that each is said once. A word is added when
-- three indicators need it, with a test, and names only words above it. Its day is called `on_day`, as no column is: DuckDB
-- would read the column. In a shell of your own they run over tables that are named as the extracts are.

-- Cases: a child with the worker who holds the case. Whoever else works with the child holds none.
create or replace macro cases() as table
    select
        case_allocations.child_id,
        case_allocations.worker_id,
        case_allocations.case_type,
        case_allocations.start_date,
        case_allocations.end_date
    from case_allocations
    where case_allocations.allocated_as = 'CASE';

-- Cases held on a day: one row for each child and worker.
create or replace macro cases_held(on_day) as table
    select cases.child_id, cases.worker_id, cases.case_type
    from cases() as cases
    where open_on(cases.start_date, cases.end_date, on_day);

-- How many cases each worker holds on a day, one for each child.
create or replace macro caseloads(on_day) as table
    select cases_held.worker_id, count(distinct cases_held.child_id) as cases
    from cases_held(on_day) as cases_held
    group by cases_held.worker_id;

-- Children in need on a day, and since when: a referral that opened a case, not closed by then.
create or replace macro in_need(on_day) as table
    select referrals.child_id, min(referrals.team) as team, min(referrals.referral_date) as since
    from referrals
    where open_on(referrals.referral_date, referrals.close_date, on_day)
        and referrals.no_further_action = 'N'
    group by referrals.child_id;

-- Children on a child protection plan of this authority on a day, and since when.
create or replace macro on_a_plan(on_day) as table
    select plans.child_id, min(plans.team) as team, min(plans.start_date) as since
    from child_protection_plans as plans
    where open_on(plans.start_date, plans.end_date, on_day)
        and coalesce(plans.other_authority, 'N') = 'N'
    group by plans.child_id;

-- Children looked after on a day, short breaks left out.
create or replace macro looked_after(on_day) as table
    select episodes.child_id, min(episodes.team) as team
    from looked_after_children as episodes
    where open_on(episodes.start_date, episodes.end_date, on_day)
        and not_short_break(episodes.legal_status)
    group by episodes.child_id;

-- The same, and since when: blank where the period began before the episodes that are held.
create or replace macro looked_after_since(on_day) as table
    select
        episodes.child_id,
        max(episodes.start_date) filter (episodes.reason_started = 'S') as since,
        min(episodes.team) filter (open_on(episodes.start_date, episodes.end_date, on_day)) as team
    from looked_after_children as episodes
    where episodes.start_date <= on_day
        and not_short_break(episodes.legal_status)
    group by episodes.child_id
    having bool_or(open_on(episodes.start_date, episodes.end_date, on_day));

-- The same, of compulsory school age for the school year that the day lies in.
create or replace macro looked_after_of_school_age(on_day) as table
    select looked_after.child_id, looked_after.team
    from looked_after(on_day) as looked_after
    left join children on children.child_id = looked_after.child_id
    where of_school_age(children.date_of_birth, on_day);

-- The team that held the case of a child in care last, whenever that was.
create or replace macro teams_in_care() as table
    select episodes.child_id, latest_begun(episodes.team, episodes.start_date, episodes.end_date) as team
    from looked_after_children as episodes
    group by episodes.child_id;

-- Sessions of the school year up to a day, half a school day each: missed, of them without leave, and possible.
create or replace macro sessions_of_school_year(on_day) as table
    select
        sessions.child_id,
        sum(sessions.authorised_absence + sessions.unauthorised_absence) as missed,
        sum(sessions.unauthorised_absence) as unauthorised,
        sum(sessions.possible_sessions) as possible
    from school_attendance as sessions
    where sessions.period > school_year_start(on_day)
        and sessions.period <= on_day
    group by sessions.child_id;

-- Children whom Family Help helps on a day: at what level, who leads, and of what profession lead and supervisor are. Of one
-- whose practitioner has left the post nobody leads.
create or replace macro in_family_help(on_day) as table
    select
        family_help.child_id,
        min(family_help.team) as team,
        min(family_help.level) as level,
        min(family_help.lead_id) filter (coalesce(family_help.lead_left_date > on_day, true)) as lead_id,
        min(family_help.supervisor_profession) as supervisor_profession
    from family_help
    where open_on(family_help.start_date, family_help.end_date, on_day)
    group by family_help.child_id;

-- Episodes of need that were assessed in the 12 months to a day, each with every factor that an assessment of it found. An
-- assessment that names no referral is an episode of its own; one of which no factors are recorded is left out.
create or replace macro assessed_for_factors(on_day) as table
    select
        latest(assessments.assessment_id, assessments.authorised_date, assessments.assessment_id) as assessment_id,
        assessments.child_id,
        latest(assessments.team, assessments.authorised_date, assessments.assessment_id) as team,
        string_split(string_agg(assessments.factors, ','), ',') as factors
    from assessments
    where in_months_to(assessments.authorised_date, 12, on_day)
        and assessments.factors is not null
    group by
        assessments.child_id,
        assessments.referral_id,
        case when assessments.referral_id is null then assessments.assessment_id end;
