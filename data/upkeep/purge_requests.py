"""What is to be taken out for good: asked for by one person and looked at, before another has it done.

Either the rows of all months before one, whose figures stay; or all rows of one child, who does not come back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from data.access import Act, Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.about import About
from data.ledger.audit_log import record
from data.ledger.clock import this_moment
from data.ledger.deeds import Deed
from data.ledger.numbers import next_number
from data.months import months_before
from data.settings import retention_months
from data.store.attachment import Cursor
from data.store.store import Store

KEPT_ALREADY = ("aggregates", "population")
"""Extracts that hold no person's row, and go on."""


@dataclass(frozen=True)
class PurgeRequest:
    """Hold what somebody asked to have taken out: rows of months before a day, or those of a child (a pseudonym)."""

    purge: int
    authority: str
    before: date | None
    child: str | None
    why: str
    asked_at: datetime
    asked_by: str
    done_at: datetime | None
    done_by: str | None

    @property
    def about(self) -> About:
        """Return what the audit log says of it."""
        return About(authority=self.authority, until=self.before, reason=self.why)


def oldest_month_kept(today: date) -> date:
    """Return the month end before which rows are no longer kept, by SLAC_RETENTION_MONTHS."""
    return months_before(today, retention_months())


def would_go(
    store: Store, reader: Reader, authority: str, before: date | None = None, child_id: str | None = None
) -> pd.DataFrame:
    """Return what a purge would take out, and take out nothing: extract, month, load, rows.

    Of a child, by the authority's own identifier or the pseudonym, it is every row held: what a subject may ask for.

    Raises:
        Mendable: where the reader may not have data deleted, or it is not their authority.
    """
    _let_in(reader, authority)
    child = None if child_id is None else store.pseudonyms.sought(authority, "child", child_id)
    with store.reading() as cursor:
        return rows_going(cursor, authority, before, child)


def rows_going(cursor: Cursor, authority: str, before: date | None, child: str | None) -> pd.DataFrame:
    """Count the rows of each load that go: extract, month, load, rows, the newest first."""
    names = [name for name in all_extracts() if name not in KEPT_ALREADY]
    if child is not None:
        names = [name for name in names if "child_id" in all_extracts()[name].column_names]
    counts = " union all ".join(
        f"select '{name}' as extract, load, count(*) as rows from store.uploaded.{name} "
        f"{'where child_id = $child' if child is not None else ''} group by load"
        for name in names
    )
    return cursor.execute(
        f"""
        select going.extract, loads.month, going.load, going.rows
        from ({counts}) as going
        join store.ledger.loads as loads on loads.load = going.load
        where loads.authority = $authority and ($before is null or loads.month < $before)
        order by loads.month desc, going.extract, going.load
        """,
        {"authority": authority, "before": before} | ({"child": child} if child is not None else {}),
    ).df()


def ask_for(
    store: Store, reader: Reader, authority: str, why: str, before: date | None = None, child_id: str | None = None
) -> int:
    """Ask for a purge, and return its number: another person has it done.

    Raises:
        Mendable: where the reader may not have data deleted, gives no reason, or there is nothing to take out.
    """
    going = would_go(store, reader, authority, before, child_id)
    if not why.strip():
        raise Mendable("A purge needs a reason: say why, for whoever confirms it and for the audit log.")
    if going.empty:
        raise Mendable("There is nothing to take out: no row is of it. Nothing was asked for.")
    child = None if child_id is None else store.pseudonyms.sought(authority, "child", child_id)
    with store.change() as cursor:
        moment = this_moment(cursor)
        entry = [next_number(cursor, "purge"), authority, before, child, why.strip(), moment, reader.who, None, None]
        request = PurgeRequest(*entry)
        cursor.execute("insert into store.ledger.purges values (?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
        record(cursor, reader, Deed.PURGE_ASKED, request.about, at=moment)
    return request.purge


def requests(store: Store, reader: Reader) -> Sequence[PurgeRequest]:
    """Return all that was asked for, the latest first.

    Raises:
        Mendable: where the reader may not have data deleted.
    """
    reader.must(Act.GOVERN)
    rows = store.ask(reader, "select * from ledger.purges order by purge desc")
    rows = rows.astype(object).where(rows.notna(), None)
    return [PurgeRequest(*row) for row in rows.itertuples(index=False, name=None)]


def must_confirm(cursor: Cursor, reader: Reader, purge: int) -> PurgeRequest:
    """Return a request that a reader may have done.

    Raises:
        Mendable: where there is none, it was done already, or the reader asked for it: a second person confirms.
    """
    row = cursor.execute("select * from store.ledger.purges where purge = ?", [purge]).fetchone()
    if row is None:
        raise Mendable(f"There is no purge {purge}. List them with: python cli.py purge list")
    request = PurgeRequest(*row)
    _let_in(reader, request.authority)
    if request.done_at is not None:
        done = f"{request.done_at.day} {request.done_at:%B %Y} by {request.done_by}"
        raise Mendable(f"Purge {purge} was done on {done}; nothing was changed.")
    if request.asked_by == reader.who:
        raise Mendable(f"{reader.who} asked for purge {purge}, and another person has to confirm it.")
    return request


def _let_in(reader: Reader, authority: str) -> None:
    reader.must(Act.GOVERN)
    reader.must_see_authority(authority)
