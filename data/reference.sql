-- Public figures that ship with the program, read from data/reference/ (sources in its SOURCES.md).

create schema if not exists reference;

create or replace table reference.authorities as
    select * from read_csv('{reference}/authorities.csv', header = true, all_varchar = true);

create or replace table reference.population as
    select authority, year::integer as year, children_0_17::integer as children_0_17
    from read_csv('{reference}/population.csv', header = true, all_varchar = true);
