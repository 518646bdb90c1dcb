-- The sector's words, as one-line macros. A word is added when three indicators need it, with a test.
--
-- DuckDB copies what a word is given to each place where the word names it, words within words over again, so that a
-- question of five lines may take longer to plan than to answer: a word names what it is given as seldom as it can.

-- The last day of the month being measured. In a shell of your own: set variable month_end = date '2026-10-31';
create or replace macro month_end() as getvariable('month_end')::date;

-- A record is open on a day if it began by then and has not ended by then: one that ends that day is closed.
create or replace macro open_on(start_date, end_date, day) as start_date <= day and (end_date is null or end_date > day);

-- Something began while a record was open, its first and its last day included.
create or replace macro begun_within(day, start_date, end_date) as day >= start_date and (end_date is null or day <= end_date);

-- The same day so many months earlier, or the last day of that month where it is shorter.
-- From a month end it is a month end, so that twelve months are always twelve whole months.
create or replace macro months_before(day, months) as
    case
        when day = last_day(day) then last_day((day - to_months(months))::date)
        else (day - to_months(months))::date
    end;

-- Something happened in the months up to and including a day.
create or replace macro in_months_to(happened, months, day) as happened > months_before(day, months) and happened <= day;

-- What the latest record says that says anything of it: the latest by its day and, of several of one day, by the greater
-- identifier, a longer one being greater, since that is the one that was recorded last. The order of a file decides nothing.
create or replace macro latest(says, day, record) as
    arg_max(says, case when day is not null then (day, length(record), record, says) end);

-- The same of episodes: the one that began last and, of several that began on one day, the one that runs longest.
create or replace macro latest_begun(says, start_date, end_date) as
    latest(says, start_date, coalesce(end_date, date '9999-12-31')::varchar);

-- The same of episodes that ended: the one that ended last and, of several that ended on one day, the one begun last.
create or replace macro latest_ended(says, start_date, end_date) as latest(says, end_date, start_date::varchar);

-- Age in whole years on a day. A child born on 29 February is a year older on 1 March in other years.
create or replace macro age_on(date_of_birth, day) as
    year(day) - year(date_of_birth)
    - (month(day) * 100 + day(day) < month(date_of_birth) * 100 + day(date_of_birth))::integer;

-- 1 September of the school year a day lies in.
create or replace macro school_year_start(day) as
    make_date(year(day) - (month(day) < 9)::integer, 9, 1);

-- Of compulsory school age for the school year a day lies in: 5 to 15 when it began. One of unknown age is taken to be.
create or replace macro of_school_age(date_of_birth, day) as
    coalesce(
        year(day) - (month(day) < 9)::integer - year(date_of_birth) - (month(date_of_birth) > 8)::integer
            between 5 and 15,
        true
    );

-- The day on which DfE asks who has been in care for 12 months: 31 March of the school year a day lies in; before it, the
-- day itself.
create or replace macro counted_in_march(day) as least(day, make_date(year(day) + (month(day) > 8)::integer, 3, 31));

-- Looked after in the sense of every published count: short breaks (V3, V4) are left out.
create or replace macro not_short_break(legal_status) as legal_status not in ('V3', 'V4');

-- A placement of which DfE wants the provider: by its rules 213 and 526 temporary and other ones (Z1 up to 2024/25) have none.
create or replace macro of_a_provider(placement) as
    placement not in ('T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14');

-- How many bank holidays there are up to and including a day, from data/reference/bank_holidays.csv: three figures for each
-- day from {first_holiday} to {last_holiday} in one text, since a question about many months at once may not look into
-- another table. Before them there is none, and after them there are as many as to the last.
create or replace macro bank_holidays_to(day) as
    substring('{holidays_to}', 1 + 3 * greatest(0, least(day - date '{first_holiday}' + 1, {days})), 3)::integer;

-- How many days from Monday to Friday there are from Monday 1 January 1900 up to and including a day.
create or replace macro weekdays_to(day) as
    (day - date '1900-01-01' + 1) // 7 * 5 + least((day - date '1900-01-01' + 1) % 7, 5);

-- Working days after one day up to and including another: 15 working days after a Monday is the Monday three weeks on, or
-- later by as many days as there are bank holidays between.
create or replace macro working_days_between(first_day, last_day) as
    weekdays_to(last_day) - bank_holidays_to(last_day) - weekdays_to(first_day) + bank_holidays_to(first_day);

-- The weekday with so many weekdays from then up to and including it.
create or replace macro weekday_numbered(number) as
    date '1900-01-01' + ((number - 1) // 5 * 7 + (number - 1) % 5)::integer;

-- The working day with so many working days from then up to and including it: as many bank holidays are stepped over as
-- have fewer working days before them, looked up in the same way.
create or replace macro working_day_numbered(number) as
    weekday_numbered(
        number + substring('{stepped_over}', 1 + 3 * greatest(0, least(number - {first_number}, {numbers})), 3)::integer
    );

-- The working day so many after a day: the last on which what is due within so many working days is in time.
create or replace macro working_day_after(day, number) as
    working_day_numbered(weekdays_to(day) - bank_holidays_to(day) + number);

-- A course in safeguarding children by one of the names it goes by, alone, at a level from 1 to 5 or as a refresher: a closed
-- set, whatever else holds the word. A mandatory course that does and is none of them is queried.
create or replace macro safeguarding_course(course) as
    regexp_full_match(
        lower(trim(course)),
        '(safeguarding|safeguarding children|safeguarding children and young people|child safeguarding|safeguarding and child protection)( level [1-5])?( refresher)?'
    );
