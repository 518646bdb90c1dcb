"""How good the data of each month is: what was found in the last file of each extract, and in each load."""

from data.access import Reader
from data.ledger.clock import FOR_EVER
from data.store.store import Store


def last_files(store: Store, reader: Reader, authority: str) -> list[dict]:
    """Return, for each month and extract, the last file checked or published: rows, to_mend, to_explain, published.

    A file that stands and was never noted as an attempt counts too. The same file checked again tells nothing new.
    """
    rows = store.ask(
        reader,
        """
        with standing as (
            select loads.*
            from loads_known($moment) as known
            join ledger.loads as loads on loads.load = known.load
        ),
        queried as (
            select load, count(distinct row) as rows
            from ledger.findings
            where severity = 'query'
            group by load
        ),
        files as (
            select authority, month, extract, rows - blank as rows, to_mend, to_explain, checked_at as seen_at
            from ledger.attempts
            where extract is not null and decision <> 'unchanged'
            union all
            select authority, month, extract, standing.rows, 0, coalesce(queried.rows, 0), published_at
            from standing
            left join queried on queried.load = standing.load
        )
        select
            files.month, files.extract, files.rows, files.to_mend, files.to_explain,
            exists (
                from standing
                where standing.authority = files.authority and standing.month = files.month
                    and standing.extract = files.extract
            ) as published
        from files
        where files.authority = $authority
        qualify row_number() over (partition by files.month, files.extract order by files.seen_at desc) = 1
        order by files.month, files.extract
        """,
        moment=FOR_EVER,
        authority=authority,
    )
    rows["month"] = rows["month"].dt.date
    return rows.to_dict("records")


def found_in_loads(store: Store, reader: Reader, authority: str) -> list[dict]:
    """Return how many findings of each severity each load was published with: load, severity, findings."""
    return store.ask(
        reader,
        """
        select findings.load, findings.severity, count(*) as findings
        from ledger.findings as findings
        join ledger.loads as loads on loads.load = findings.load
        where loads.authority = $authority
        group by findings.load, findings.severity
        order by findings.load, findings.severity desc
        """,
        authority=authority,
    ).to_dict("records")
