"""What happened last, as the log of the store tells it: one act for all that was done in one moment."""

from dataclasses import dataclass
from datetime import date, datetime

from data.access import Act, Reader
from data.store.store import Store


@dataclass(frozen=True)
class PastAct:
    """Hold what was done in one moment by one person: `extracts` and `rows` are nought where it was about no load."""

    happened_at: datetime
    who: str
    what: str
    extracts: int
    rows: int
    first: date | None
    last: date | None
    """The months of the loads, or None."""


def latest_acts(store: Store, reader: Reader, how_many: int) -> list[PastAct]:
    """Return the latest acts of the log, the last first by its own order and not by the clock."""
    reader.must(Act.AGGREGATES)
    rows = store.ask(
        reader,
        """
        select
            events.happened_at, events.who, events.what,
            count(loads.load) as extracts,
            coalesce(sum(loads.rows), 0)::bigint as rows,
            min(loads.month) as first, max(loads.month) as last
        from ledger.events as events
        left join ledger.loads as loads on loads.load = events.load
        where events.moves
        group by events.happened_at, events.who, events.what
        order by max(events.event) desc
        limit $how_many
        """,
        how_many=how_many,
    )
    return [
        PastAct(
            row["happened_at"].to_pydatetime(),
            row["who"],
            row["what"],
            int(row["extracts"]),
            int(row["rows"]),
            *(row[end].date() if row["extracts"] else None for end in ("first", "last")),
        )
        for row in rows.to_dict("records")
    ]
