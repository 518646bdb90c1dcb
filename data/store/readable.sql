-- Whose rows a question may see: said on its own cursor, and nobody's where nothing was said. `*` stands for every one.
create or replace macro reads_all() as coalesce(list_contains(getvariable('authorities'), '*'), false);

create or replace macro may_read(authority) as coalesce(list_contains(getvariable('authorities'), authority), false);

create schema if not exists ledger;
create schema if not exists uploaded;
create schema if not exists measured;
create schema if not exists office;
