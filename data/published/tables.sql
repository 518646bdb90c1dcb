-- Published figures: made when they are first asked for, so that nobody who opens a store waits for them.

create schema if not exists store.reference;

-- A release is one file of published figures as it was read. Each is kept beside the others; `missing` says, line by
-- line, which measures it lacked.
create table if not exists store.reference.releases (
    release integer primary key,
    publication varchar not null,
    first_year integer not null,
    last_year integer not null,
    fingerprint varchar not null,
    file varchar not null,
    missing varchar not null,
    loaded_at timestamp not null,
    loaded_by varchar not null
);

create table if not exists store.reference.areas (
    release integer not null,
    authority varchar not null,
    name varchar not null,
    region varchar not null,
    level varchar not null
);

-- A number that is missing has the word that stood in its place beside it.
create table if not exists store.reference.published (
    release integer not null,
    authority varchar not null,
    year integer not null,
    measure varchar not null,
    numerator double,
    numerator_missing varchar not null,
    denominator double,
    denominator_missing varchar not null,
    value double,
    value_missing varchar not null
);

-- Statistical neighbours that were loaded, by list: the year of its model.
create table if not exists store.reference.neighbours (
    list varchar not null,
    authority varchar not null,
    place integer not null,
    neighbour varchar not null,
    closeness varchar not null
);

-- Groups of authorities that somebody put together: a new one of the same name is a new version. The codes of its
-- members stand line by line.
create table if not exists store.reference.groups (
    name varchar not null,
    version integer not null,
    members varchar not null,
    made_at timestamp not null,
    made_by varchar not null
);

-- What other authorities hand to us month by month: a file each, kept beside the others; what may not be told is missing.
create table if not exists store.reference.exchanges (
    exchange integer primary key,
    authority varchar not null,
    hash varchar not null,
    written_on date not null,
    file varchar not null,
    loaded_at timestamp not null,
    loaded_by varchar not null
);

create table if not exists store.reference.exchanged (
    exchange integer not null,
    indicator varchar not null,
    month date not null,
    definition varchar not null,
    numerator double,
    denominator double,
    missing varchar not null
);

-- The next numbers of these tables, as `data/store/numbers.sql` has them of all others.
create or replace macro next_release() as (select coalesce(max(release), 0) + 1 from store.reference.releases);
create or replace macro next_exchange() as (select coalesce(max(exchange), 0) + 1 from store.reference.exchanges);

-- What ships of them stands as release 0, and not in the store.
create or replace table reference.areas (
    release integer, authority varchar, name varchar, region varchar, level varchar
);

create or replace table reference.published (
    release integer, authority varchar, year integer, measure varchar,
    numerator double, numerator_missing varchar, denominator double, denominator_missing varchar,
    value double, value_missing varchar
);

create or replace table reference.neighbours (
    list varchar, authority varchar, place integer, neighbour varchar, closeness varchar
);

-- What is public, shipped and loaded together: the only tables that a question to all may read.
create or replace view known_releases as
    select release, publication, first_year, last_year, file, missing, loaded_at
    from store.reference.releases
    union all
    select
        0, split_part(measure, '.', 1), min(year), max(year), '', '', null
    from reference.published
    group by split_part(measure, '.', 1);

create or replace view known_published as
    select * from store.reference.published
    union all by name
    select * from reference.published;

create or replace view known_areas as
    select * from store.reference.areas
    union all by name
    select * from reference.areas;

create or replace view known_neighbours as
    select * from reference.neighbours
    union all by name
    select * from store.reference.neighbours;
