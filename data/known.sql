-- What may be read and what stood when: words for questions to the store, made anew whenever it is opened.

-- What the reader may see: `*` stands for every authority.
create or replace macro readable(authority, authorities) as
    list_contains(authorities, authority) or list_contains(authorities, '*');

-- The columns that a load lacks, as a list.
create or replace macro lacking_of(lacking) as case when lacking is null then [] else string_split(lacking, ',') end;

-- The loads that stood at a moment: the last published by then of each authority, month and extract that was not
-- hidden at the time. A turn taken later changes nothing of what was known before it.
create or replace macro loads_known(moment) as table
    select
        loads.load,
        loads.authority,
        loads.month,
        loads.extract,
        loads.whole_from,
        lacking_of(loads.lacking) as lacking
    from store.ledger.loads as loads
    left join (
        select load, arg_max(what, turn) as what
        from store.ledger.turns
        where turned_at < moment
        group by load
    ) as turned on turned.load = loads.load
    where loads.published_at < moment
        and turned.what is distinct from 'withdraw'
    qualify row_number() over (
        partition by loads.authority, loads.month, loads.extract
        order by loads.load desc
    ) = 1;
