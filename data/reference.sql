-- Public figures that ship with the program, read from data/reference/ (sources in its SOURCES.md).

create schema if not exists reference;

create or replace table reference.authorities as
    select * from read_csv('{reference}/authorities.csv', header = true, all_varchar = true);

create or replace table reference.population as
    select authority, year::integer as year, children_0_17::integer as children_0_17
    from read_csv('{reference}/population.csv', header = true, all_varchar = true);

-- What ships of DfE's figures stands as release 0. It is read when it is first asked for, by data/published/shipping.py.
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
