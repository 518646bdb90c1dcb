-- What stood when: words for questions to the store, over the views of what a reader may see; made anew whenever it is
-- opened.

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
    from ledger.loads as loads
    left join (
        select load, arg_max(what, turn) as what
        from ledger.turns
        where turned_at < moment
        group by load
    ) as turned on turned.load = loads.load
    where loads.published_at < moment
        and turned.what is distinct from 'withdraw'
    qualify row_number() over (
        partition by loads.authority, loads.month, loads.extract
        order by loads.load desc
    ) = 1;

-- The months of an authority of which a load was followed by another, or hidden.
create or replace macro months_not_as_first(whose) as table
    select distinct loads.month
    from ledger.loads as loads
    left join ledger.turns as turns on turns.load = loads.load
    where loads.authority = whose and (loads.version > 1 or turns.turn is not null);

-- The loads that stood just after each moment at which something of an authority's month was published, hidden or
-- brought back. Of an extract of which none stood, being hidden, there is a row without a load.
create or replace macro loads_known_each_time(whose) as table
    with of_months as (
        select loads.month, loads.published_at as moment
        from ledger.loads as loads
        where loads.authority = whose
        union
        select loads.month, turns.turned_at as moment
        from ledger.turns as turns
        join ledger.loads as loads on loads.load = turns.load
        where loads.authority = whose
    ),
    stood as (
        select of_months.moment, loads.load, arg_max(turns.what, turns.turn) as what
        from of_months
        join ledger.loads as loads
            on loads.authority = whose and loads.month = of_months.month and loads.published_at <= of_months.moment
        left join ledger.turns as turns on turns.load = loads.load and turns.turned_at <= of_months.moment
        group by of_months.moment, loads.load
    )
    select
        stood.moment,
        case when stood.what is distinct from 'withdraw' then loads.load end as load,
        loads.authority,
        loads.month,
        loads.extract,
        loads.whole_from,
        lacking_of(loads.lacking) as lacking
    from stood
    join ledger.loads as loads on loads.load = stood.load
    qualify row_number() over (
        partition by stood.moment, loads.month, loads.extract
        order by stood.what is distinct from 'withdraw' desc, loads.load desc
    ) = 1;
