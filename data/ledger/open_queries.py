"""Queries on the rows that stand for a month, extract by extract: how many there are, and how many have no reason."""

from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.ledger.clock import FOR_EVER
from data.store.store import Store


@dataclass(frozen=True)
class Queries:
    """Hold how many queries an extract of a month stands with, and how many of them nobody has explained."""

    month: date
    extract: str
    queries: int
    unexplained: int


def queries_standing(store: Store, reader: Reader, authority: str) -> list[Queries]:
    """Return the queries of every extract that stands for a month, and those still to be mended or explained.

    Of an extract whose last file was checked and not published, what was found in that file counts.

    Raises:
        Mendable: where the reader may see no rows of extracts.
    """
    reader.must(Act.ROWS)
    rows = store.ask(
        reader,
        """
        with standing as (
            select loads.load, loads.month, loads.extract, loads.published_at
            from loads_known($moment) as known
            join ledger.loads as loads on loads.load = known.load
            where loads.authority = $authority
        ),
        published as (
            select
                standing.month, standing.extract, standing.published_at,
                count(findings.rule) as queries,
                count(findings.rule) filter (where findings.reason is null) as unexplained
            from standing
            left join ledger.findings as findings
                on findings.load = standing.load and findings.severity = 'query'
            group by standing.month, standing.extract, standing.published_at
        ),
        waiting as (
            select attempts.month, attempts.extract, attempts.to_mend + attempts.to_explain as open_still
            from ledger.attempts as attempts
            left join published
                on published.month = attempts.month and published.extract = attempts.extract
            where attempts.authority = $authority and attempts.extract is not null
                and (published.published_at is null or attempts.checked_at > published.published_at)
            qualify row_number() over (
                partition by attempts.month, attempts.extract order by attempts.checked_at desc, attempts.attempt desc
            ) = 1
        )
        select
            coalesce(published.month, waiting.month) as month,
            coalesce(published.extract, waiting.extract) as extract,
            greatest(coalesce(published.queries, 0), coalesce(waiting.open_still, 0)) as queries,
            greatest(coalesce(published.unexplained, 0), coalesce(waiting.open_still, 0)) as unexplained
        from published
        full join waiting on waiting.month = published.month and waiting.extract = published.extract
        order by 1, 2
        """,
        moment=FOR_EVER,
        authority=authority,
    )
    return [
        Queries(month.date(), extract, int(queries), int(unexplained))
        for month, extract, queries, unexplained in rows.itertuples(index=False, name=None)
    ]
