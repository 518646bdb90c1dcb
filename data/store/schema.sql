-- The store's own tables, beside one table for each extract. Everything is added to; nothing is overwritten.

create schema if not exists store.uploaded;
create schema if not exists store.ledger;
create schema if not exists store.measured;
create schema if not exists store.office;

create table if not exists store.ledger.house (version integer not null);

-- Under which key (by what it is known) identifiers of people are pseudonyms, of which form of identifiers, and since
-- when; and whether no child's own stands in that of a record. No row: they are as they were written, which only those
-- of invented children may be.
create table if not exists store.ledger.pseudonyms (
    key varchar not null,
    form integer not null,
    begun_at timestamp not null,
    in_records boolean default false
);

-- One load is one extract of one authority and month, as uploaded once.
create table if not exists store.ledger.loads (
    load integer primary key,
    authority varchar not null,
    extract varchar not null,
    month date not null,
    version integer not null,
    published_at timestamp not null,
    published_by varchar not null,
    file varchar not null,
    sheet varchar not null,
    sha256 varchar not null,
    rows integer not null,
    blank integer not null,
    reason varchar,
    -- The first day from which the rows are whole; blank where that is as the extract's declaration says.
    whole_from date,
    -- The month whose file this is made of, as its rows would have stood; blank where it is a file of its own month.
    backfilled_from date,
    -- Declared columns that the file did not hold at all, with commas between them: reading a damaged file, DuckDB can
    -- fall over a list, where of plain text it says what is wrong.
    lacking varchar
);

-- A turn hides a load or brings it back: the last one holds. `what` is withdraw or restore.
create table if not exists store.ledger.turns (
    turn integer primary key,
    load integer not null,
    what varchar not null,
    turned_at timestamp not null,
    turned_by varchar not null,
    why varchar not null
);

-- `subject` is what the row is about, the same in every month. A query keeps the reason given for it, by whom and when:
-- first given, where it was carried forward from an earlier load.
create table if not exists store.ledger.findings (
    load integer not null,
    row integer,
    "column" varchar,
    rule varchar not null,
    severity varchar not null,
    message varchar not null,
    subject varchar,
    reason varchar,
    explained_by varchar,
    explained_at timestamp
);

-- An attempt is one table of one file as it was checked, published or not. No value of a cell stands in it. What was
-- checked together has one submission number.
create table if not exists store.ledger.attempts (
    attempt integer primary key,
    submission integer not null,
    authority varchar not null,
    month date not null,
    extract varchar,
    file varchar not null,
    sheet varchar not null,
    sha256 varchar not null,
    checked_at timestamp not null,
    checked_by varchar not null,
    decision varchar not null,
    rows integer not null,
    accepted integer not null,
    set_aside integer not null,
    blank integer not null,
    to_mend integer not null,
    to_explain integer not null
);

-- How often each rule spoke in an attempt.
create table if not exists store.ledger.attempt_rules (
    attempt integer not null,
    rule varchar not null,
    severity varchar not null,
    findings integer not null
);

-- What somebody asked to have taken out for good, and who had it done after a second look: all rows of the months before
-- one, or those of a child, who is named (by a pseudonym) until it is done.
create table if not exists store.ledger.purges (
    purge integer primary key,
    authority varchar not null,
    before date,
    child varchar,
    why varchar not null,
    asked_at timestamp not null,
    asked_by varchar not null,
    done_at timestamp,
    done_by varchar
);

-- Loads whose rows were taken out: they are never restored.
create table if not exists store.ledger.purged (load integer primary key, purge integer not null);

-- Children who never come back, by what their pseudonyms are known again.
create table if not exists store.ledger.erased (known_again varchar primary key, purge integer not null);

-- A heading that an analyst has confirmed stands for a column of an extract. The latest word holds.
create table if not exists store.ledger.headings (
    authority varchar not null,
    extract varchar not null,
    heading varchar not null,
    "column" varchar not null,
    confirmed_at timestamp not null,
    confirmed_by varchar not null
);

-- The audit log: who did or read what, when. No child's data stands in it: `about` is JSON of closed words and numbers.
-- Where `moves` is true, pages read otherwise after it.
create table if not exists store.ledger.events (
    event integer primary key,
    happened_at timestamp not null,
    who varchar not null,
    what varchar not null,
    load integer,
    moves boolean not null,
    about varchar not null
);

-- The seal of each entry of the log: a hash of the seal before it and of the entry, and what the key is called that it
-- was made with; blank where there was none.
create table if not exists store.ledger.seals (
    event integer primary key,
    hash varchar not null,
    key varchar not null
);

-- What was read while somebody changed the store, until the next entry takes it into the log.
create table if not exists store.ledger.reads_aside (
    read_at timestamp not null,
    who varchar not null,
    what varchar not null,
    about varchar not null
);

-- A measurement is one indicator of one month, by one wording of its definition, from one set of loads; `measured_at`
-- tells which wording held on a past day.
create table if not exists store.measured.measurements (
    measurement integer primary key,
    authority varchar not null,
    month date not null,
    indicator varchar not null,
    definition varchar not null,
    loads integer[] not null,
    measured_at timestamp
);

create table if not exists store.measured.rows (
    measurement integer not null,
    subject varchar not null,
    child_id varchar,
    team varchar,
    numerator double not null,
    denominator double not null,
    due_on date
);

create table if not exists store.measured.figures (
    measurement integer primary key,
    numerator double not null,
    denominator double not null,
    subjects integer not null,
    not_yet_due integer not null,
    counted_twice integer not null,
    subjects_counted integer,
    subjects_besides integer
);

-- What the public may be told of a figure, decided once: `verdict` is shown, primary (hidden by itself) or secondary
-- (hidden beside another); `rest_shown` tells whether it is told how many are not yet due. It is of these very numbers:
-- a figure that is restated is decided anew, and what was ever decided stands.
create table if not exists store.measured.verdicts (
    authority varchar not null,
    month date not null,
    indicator varchar not null,
    breakdown varchar not null,
    part varchar not null,
    numerator double not null,
    denominator double,
    not_yet_due integer,
    verdict varchar not null,
    rest_shown boolean not null,
    decided_at timestamp not null
);

-- What was worked out of the figures of a month once, to be read at once. It holds for the revision of the store and
-- the program that it was worked out by; of any other it is worked out anew, and nothing is lost with it.
create table if not exists store.measured.answers (
    authority varchar not null,
    month date not null,
    asked varchar not null,
    revision integer not null,
    program varchar not null,
    answer varchar not null,
    primary key (authority, month, asked)
);

-- A version of a comment on an indicator and month; the last one holds, and one without a text removes it.
create table if not exists store.office.comments (
    comment integer primary key,
    authority varchar not null,
    indicator varchar not null,
    month date not null,
    version integer not null,
    text varchar not null,
    author varchar not null,
    written_at timestamp not null,
    written_by varchar not null
);

-- The figures that a version speaks of, as they were when it was written; its own stands at place 0.
create table if not exists store.office.comment_figures (
    comment integer not null,
    place integer not null,
    indicator varchar not null,
    month date not null,
    value double,
    numerator double,
    denominator double,
    load integer
);

-- What a figure is meant to reach, from a month end on. A change is a new row, and so is its end, of which neither end is
-- known: from then on there is no target. The last row that covers a month holds.
create table if not exists store.office.targets (
    target integer primary key,
    authority varchar not null,
    indicator varchar not null,
    least double,
    most double,
    first_month date not null,
    last_month date,
    scope varchar not null,
    set_by varchar not null,
    source varchar not null,
    kept_at timestamp not null,
    kept_by varchar not null,
    -- By how much a figure may miss it, in the figure's unit, and be within tolerance; blank where by nothing.
    tolerance double
);

-- What happened on a day that a reader of the figures must know. `about` names indicators and services, line by line,
-- and `begins_anew` the indicators whose limits are drawn anew from its month on.
create table if not exists store.office.events (
    event integer primary key,
    authority varchar not null,
    happened_on date not null,
    kind varchar not null,
    title varchar not null,
    told varchar not null,
    about varchar not null,
    begins_anew varchar not null,
    author varchar not null,
    kept_at timestamp not null,
    kept_by varchar not null
);

-- An event taken back is no longer drawn; it and the reason stay.
create table if not exists store.office.events_taken_back (
    event integer primary key,
    why varchar not null,
    taken_back_at timestamp not null,
    taken_back_by varchar not null
);

-- What somebody chose to see side by side, under a name for them alone; the last row of a name holds, and one without an
-- address drops it.
create table if not exists store.office.kept_views (
    kept_view integer primary key,
    authority varchar not null,
    name varchar not null,
    address varchar not null,
    kept_at timestamp not null,
    kept_by varchar not null
);

-- What a member asked of the figure of an indicator and month. The last answer holds; those before it stay.
create table if not exists store.office.questions (
    question integer primary key,
    authority varchar not null,
    indicator varchar not null,
    month date not null,
    text varchar not null,
    asked_by varchar not null,
    asked_at timestamp not null,
    kept_by varchar not null
);

create table if not exists store.office.question_answers (
    question_answer integer primary key,
    question integer not null,
    text varchar not null,
    answered_by varchar not null,
    answered_at timestamp not null,
    kept_by varchar not null
);

-- A report as it was issued, with its bytes and their hash: rows are added and never changed. `words` is JSON of what
-- officers wrote, part by part, `told` of all that it says, by its place; `state` tells the loads that it was read of.
create table if not exists store.office.issued_reports (
    issued_report integer primary key,
    authority varchar not null,
    month date not null,
    audience varchar not null,
    ending varchar not null,
    words varchar not null,
    told varchar not null,
    version varchar not null,
    program varchar not null,
    state varchar not null,
    log_head varchar not null,
    template_name varchar not null,
    template blob not null,
    issued_at timestamp not null,
    issued_by varchar not null,
    sha256 varchar not null,
    contents blob not null
);

-- The action plan. What it answers – an inspection, or a strategic objective –, what was recommended, and what was agreed:
-- each row is a version, the last one of an item holds, and none is ever changed. `overall` says of an inspection that it
-- gave no overall grade, where it gave none. `taken_back` is why an action is no longer one of the plan.
create table if not exists store.office.plan_sources (
    plan_source integer primary key,
    authority varchar not null,
    source varchar not null,
    version integer not null,
    kind varchar not null,
    title varchar not null,
    day date,
    overall varchar not null,
    written_at timestamp not null,
    written_by varchar not null
);

create table if not exists store.office.plan_judgements (
    plan_source integer not null,
    place integer not null,
    area varchar not null,
    grade varchar not null
);

create table if not exists store.office.plan_recommendations (
    plan_recommendation integer primary key,
    authority varchar not null,
    recommendation varchar not null,
    version integer not null,
    source varchar not null,
    title varchar not null,
    written_at timestamp not null,
    written_by varchar not null
);

create table if not exists store.office.plan_actions (
    plan_action integer primary key,
    authority varchar not null,
    action varchar not null,
    version integer not null,
    recommendation varchar not null,
    title varchar not null,
    owner varchar not null,
    partner varchar not null,
    team varchar not null,
    agreed date not null,
    due date not null,
    progress varchar not null,
    completed date,
    evidence varchar,
    taken_back varchar not null,
    written_at timestamp not null,
    written_by varchar not null
);

-- The figures that a version of an action should move: which way, by which month end, and to what value.
create table if not exists store.office.plan_moves (
    plan_action integer not null,
    place integer not null,
    indicator varchar not null,
    direction varchar not null,
    by_month date,
    expected double
);
