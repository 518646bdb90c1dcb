-- Public figures that ship with the program, read from data/reference/ (sources in its SOURCES.md).

create schema if not exists reference;

-- Their columns are named rather than found out, which would take longer than all else that opening a new store does.
create or replace table reference.authorities as
    from read_csv(
        '{reference}/authorities.csv',
        auto_detect = false,
        header = true,
        columns = { 'authority': 'varchar', 'name': 'varchar', 'region': 'varchar', 'dfe_code': 'varchar' }
    );

create or replace table reference.population as
    from read_csv(
        '{reference}/population.csv',
        auto_detect = false,
        header = true,
        columns = { 'authority': 'varchar', 'year': 'integer', 'children_0_17': 'integer' }
    );
