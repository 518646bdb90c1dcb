-- The store's own tables, beside one table for each extract. Everything is added to; nothing is overwritten.

create schema if not exists store.uploaded;
create schema if not exists store.ledger;
create schema if not exists store.measured;
create schema if not exists store.office;

create table if not exists store.ledger.house (version integer not null);

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
    reason varchar
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

-- The audit log: who did what, when. No child's data stands in it.
create table if not exists store.ledger.events (
    event integer primary key,
    happened_at timestamp not null,
    who varchar not null,
    what varchar not null,
    load integer
);

-- A measurement is one indicator of one month, by one wording of its definition, from one set of loads.
create table if not exists store.measured.measurements (
    measurement integer primary key,
    authority varchar not null,
    month date not null,
    indicator varchar not null,
    definition varchar not null,
    loads integer[] not null
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
    counted_twice integer not null
);
