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
with shipped as (
    from read_csv(
        '{reference}/population.csv',
        auto_detect = false,
        header = true,
        columns = { 'authority': 'varchar', 'year': 'integer', 'children_0_17': 'integer' }
    )
),
recoded as (
    from read_csv(
        '{reference}/successions.csv',
        auto_detect = false,
        header = true,
        columns = { 'authority': 'varchar', 'ended': 'date', 'successor': 'varchar', 'kind': 'varchar' }
    )
    where kind = 'recoded'
),
-- An authority that was given another code is the same place: each of its codes has the estimates of the other.
same as (
    select authority as code, successor as other from recoded
    union all
    select successor as code, authority as other from recoded
)
from shipped
union all
select same.code as authority, shipped.year, shipped.children_0_17
from same
join shipped on shipped.authority = same.other
anti join shipped as own on own.authority = same.code and own.year = shipped.year;
