"""What a publish meets: what stands already with the same bytes, and what came in since its files were checked."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from data.errors import Overtaken
from data.extracts import all_extracts
from data.ledger.delivery import Delivery, Incoming
from data.months import in_words
from data.store.attachment import Cursor
from data.store.scratch import lay

SINCE = """
    select events.event, events.what, events.happened_at, events.who, loads.extract, loads.version
    from store.ledger.events as events
    join store.ledger.loads as loads on loads.load = events.load
    where events.event > ? and loads.authority = ? and loads.month = ?
    order by events.event desc
"""
DONE = {"publish": "published", "withdraw": "withdrawn", "restore": "restored"}


def already_stored(cursor: Cursor, delivery: Delivery) -> list[int | None]:
    """Return, for each extract of a delivery, the standing load that it would only repeat, or None."""
    return [_repeated(cursor, delivery.authority, delivery.month, each) for each in delivery.extracts]


def overtaken(cursor: Cursor, delivery: Delivery, stood: Sequence[int | None], moment: datetime) -> Overtaken | None:
    """Say what became of a month since a delivery was checked, its own extracts first; None where nothing did.

    `stood` gives the loads that it would only repeat: what is not new cannot be overtaken.
    """
    extracts = [each.extract for each, load in zip(delivery.extracts, stood, strict=True) if load is None]
    if not extracts or delivery.against is None:
        return None
    events = cursor.execute(SINCE, [delivery.against, delivery.authority, delivery.month]).fetchall()
    if not events:
        return None
    event, kind, when, author, extract, version = next((row for row in events if row[4] in extracts), events[0])
    title = _title(extract)
    sentence = (
        f"{in_words(delivery.month)} was {DONE[kind]} {ago(moment - when)} by {author} ({title}, version {version})"
    )
    if any(row[4] not in extracts for row in events):
        sentence += ", and your files were checked against what stood before. Check them again, then publish."
        return Overtaken(sentence, events[0][0], True)
    newest = max(_versions(cursor, delivery, extract))
    return Overtaken(
        f"{sentence}. Look at the difference, then publish yours as version {newest + 1}.", events[0][0], False
    )


def ago(passed: timedelta) -> str:
    """Say how long ago: 40 seconds ago, 3 minutes ago, 2 days ago."""
    seconds = max(int(passed.total_seconds()), 0)
    for name, length in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= length:
            count = seconds // length
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    return f"{seconds} second{'' if seconds == 1 else 's'} ago"


def _repeated(cursor: Cursor, authority: str, month: date, incoming: Incoming) -> int | None:
    """Return the load that stands for an extract where it came of the same bytes and holds the same rows.

    Bytes alone do not tell: a later version of this program may read more in them than an earlier one did.
    """
    found = cursor.execute(
        """
        select known.load from loads_known(timestamp '9999-01-01') as known
        join store.ledger.loads as loads on loads.load = known.load
        where known.authority = ? and known.month = ? and known.extract = ? and loads.rows = ? and loads.sha256 = ?
            and known.whole_from is not distinct from ? and known.lacking = ?
        """,
        [
            *(authority, month, incoming.extract, len(incoming.rows), incoming.sha256),
            *(incoming.whole_from, list(incoming.lacking)),
        ],
    ).fetchone()
    if found is None:
        return None
    names = ", ".join(all_extracts()[incoming.extract].column_names)
    lay(cursor, "incoming", incoming.rows.assign(row_in_file=incoming.rows.index))
    other = cursor.execute(
        f"select row, {names} from store.uploaded.{incoming.extract} where load = ? "
        f"except all select row_in_file, {names} from incoming limit 1",
        [found[0]],
    ).fetchone()
    cursor.unregister("incoming")
    return found[0] if other is None else None


def _versions(cursor: Cursor, delivery: Delivery, extract: str) -> list[int]:
    """List the versions of an extract of a delivery's month."""
    answer = cursor.execute(
        "select version from store.ledger.loads where authority = ? and month = ? and extract = ?",
        [delivery.authority, delivery.month, extract],
    )
    return [row[0] for row in answer.fetchall()]


def _title(extract: str) -> str:
    """Return the title of an extract in the middle of a sentence."""
    return all_extracts()[extract].spoken if extract in all_extracts() else extract
