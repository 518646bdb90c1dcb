"""The audit log as information governance reads it: who did and read what, of some person and some days."""

import json
from datetime import date, timedelta

import pandas as pd

from data.access import Act, Reader
from data.ledger.about import About
from data.ledger.audit_log import record_read
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.store.store import Store

ONE_ENTRY = timedelta(minutes=15)
"""Within which reading the log again is the same reading."""
COLUMNS = ("entry", "at", "who", "what", "about", "rows", "reason")
IN_WORDS = ("authority", "service", "indicator", "extract", "page", "filters", "teams", "role", "audience", "version")


def entries(
    store: Store, reader: Reader, who: str | None = None, first: date | None = None, last: date | None = None
) -> pd.DataFrame:
    """List entries of the log, the last first, under the names of COLUMNS; that they were read is one, too.

    Raises:
        Mendable: where the reader does not govern, or the reading cannot be noted.
    """
    reader.must(Act.GOVERN)
    _note(store, reader, About(filters=tuple(name for name in ("who",) if who is not None)))
    rows = store.ask(
        reader,
        """
        select event as entry, happened_at as at, who, what, about
        from ledger.events
        where ($who is null or who = $who) and happened_at >= $first and happened_at < $end
        order by event desc
        """,
        who=who,
        first=first or date.min.replace(year=1900),
        end=(last or date(9998, 12, 31)) + timedelta(days=1),
    )
    fields = [json.loads(about) for about in rows["about"]]
    return rows.assign(
        about=[_in_words(entry) for entry in fields],
        rows=[entry.get("rows") for entry in fields],
        reason=[entry.get("reason", "") for entry in fields],
    ).reindex(columns=list(COLUMNS))


def _note(store: Store, reader: Reader, about: About) -> None:
    """Enter that the log was read, unless the same reader read it a short while ago: pages are drawn at every click."""
    rows = store.ask(
        reader,
        """
        select max(happened_at) as last
        from ledger.events
        where who = $who and what = $what and about = $about
        """,
        who=reader.who,
        what=Deed.LOG_READ.value,
        about=about.written(),
    )
    last = rows["last"].iloc[0]
    if pd.isna(last) or now() - last.to_pydatetime() > ONE_ENTRY:
        record_read(store, reader, Deed.LOG_READ, about)


def people(store: Store, reader: Reader) -> list[str]:
    """List everybody whom the log names.

    Raises:
        Mendable: where the reader does not govern.
    """
    reader.must(Act.GOVERN)
    rows = store.ask(
        reader,
        """
        select distinct who
        from ledger.events
        order by who
        """,
    )
    return list(rows["who"])


def _in_words(fields: dict) -> str:
    """Write what an entry is about in one line, its months first."""
    months = " to ".join(fields[name][:7] for name in ("month", "until") if name in fields)
    parts = [f"{name} {_listed(fields[name])}" for name in IN_WORDS if name in fields]
    content = [f"content {fields['content'][:12]}"] if "content" in fields else []
    return ", ".join(filter(None, [months, *parts, *content]))


def _listed(value: object) -> str:
    """Write a value, or several with a plus between."""
    return " + ".join(map(str, value)) if isinstance(value, list) else str(value)
