"""Which months each authority has published: of how many extracts, and when last."""

from dataclasses import dataclass
from datetime import date, datetime

from data.access import Reader
from data.ledger.clock import FOR_EVER
from data.store.store import Store


@dataclass(frozen=True)
class PublishedMonth:
    """Hold an authority's month: how many extracts stand published, and when the last of them was (UTC)."""

    authority: str
    month: date
    extracts: int
    published_at: datetime


def published_months(store: Store, reader: Reader) -> list[PublishedMonth]:
    """List what stands published of each month of the authorities that a reader sees."""
    rows = store.ask(
        reader,
        """
        select
            known.authority,
            known.month,
            count(distinct known.extract) as extracts,
            max(loads.published_at) as published_at
        from loads_known($moment) as known
        join ledger.loads as loads on loads.load = known.load
        group by known.authority, known.month
        order by known.authority, known.month
        """,
        moment=FOR_EVER,
    )
    return [
        PublishedMonth(code, month.date(), int(extracts), at.to_pydatetime())
        for code, month, extracts, at in rows.itertuples(index=False, name=None)
    ]
