"""The gate: what has been checked is published, or refused; nothing is half published."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import pandas as pd

from data.access import Reader
from data.arrivals.headings import NONE_CONFIRMED, Confirmed
from data.errors import Mendable
from data.heading_spelling import tidy
from data.ledger.confirmed_headings import confirm_headings
from data.ledger.loads import Incoming, Measure, Published, publish
from data.months import month_end
from data.steps import Told, nobody
from data.store.attachment import Cursor
from data.store.store import Store
from validation.check import Check, CheckedFile
from validation.publishing.backfill import backfilled
from validation.publishing.reasons import Reasons, explained_by
from validation.rules.finding import Finding

Seen = TypeVar("Seen")


def let_in(
    store: Store,
    reader: Reader,
    authority: str,
    checked: Check,
    measure: Measure,
    reasons: Reasons | None = None,
    against: int | None = None,
    told: Told = nobody,
    backfill: bool = False,
    read_as: Confirmed = NONE_CONFIRMED,
) -> Published:
    """Publish every file of a check as new loads, with its findings and the month's figures; return the loads.

    `reasons` explain the queries that were not explained before; `told` hears each step; `against` is the store's
    revision when the files were checked. What stands already with the same bytes stays as it is, and its load is
    returned. With `backfill`, earlier months inside the window of the files are published, too, as they would have
    stood, where no file of their own stands. `read_as` gives headings confirmed now; they are remembered.

    Raises:
        Mendable: where a file was refused, a finding blocks, or queries are left without a reason.
        Overtaken: where the month was published, withdrawn or restored since that revision.
    """
    if checked.decision in ("refuse", "block"):
        raise Mendable("Nothing was published: mend what the findings name, then publish again.")
    checked = explained_by(checked, reasons or {})
    if checked.decision == "query":
        raise Mendable(
            "Nothing was published: there are queries. Mend the rows, or say why they are right and publish."
        )
    month = month_end(checked.month)

    def measuring(cursor: Cursor, whose: str, months: Sequence[date]) -> None:
        told("Measuring the month's figures", 0.4)
        measure(cursor, whose, months)
        told("Keeping rows and figures together", 0.9)

    told("Writing rows", 0.1)
    incoming = incoming_of(checked, reasons)
    earlier = backfilled(month, incoming) if backfill else {}
    loads = publish(store, reader, authority, month, incoming, measuring, against=against, earlier=earlier)
    if confirmed := confirmed_in(checked, read_as):
        confirm_headings(store, reader, authority, confirmed)
    told("Done", 1.0)
    return loads


def confirmed_in(checked: Check, read_as: Confirmed) -> dict[str, dict[str, str]]:
    """Return the headings confirmed now that a file of the check really has."""
    return {
        str(each.extract): used
        for each in checked.files
        if (told := read_as.get(str(each.extract)))
        and (used := {name: column for name, column in told.items() if tidy(each.fed_by.get(column, "")) == tidy(name)})
    }


def incoming_of(checked: Check, reasons: Reasons | None = None) -> list[Incoming]:
    """Make the files of a check ready for the store."""
    said = "; ".join(dict.fromkeys(reason.strip() for reason in (reasons or {}).values() if reason.strip()))
    return [_incoming(each, each.table, said or None) for each in checked.files if each.table is not None]


def rehearse(
    store: Store, reader: Reader, authority: str, checked: Check, measure: Measure, look: Callable[[Store], Seen]
) -> tuple[Seen, Seen]:
    """Publish a check where nothing is kept; return what `look` sees there before and after.

    What `let_in` would refuse is left to it: the rows that can be accepted are rehearsed.
    """
    with store.rehearsal() as as_it_would_be:
        before = look(as_it_would_be)
        publish(as_it_would_be, reader, authority, month_end(checked.month), incoming_of(checked), measure)
        return before, look(as_it_would_be)


def _incoming(each: CheckedFile, rows: pd.DataFrame, reason: str | None) -> Incoming:
    """Make a checked file ready for the store."""
    return Incoming(
        extract=str(each.extract),
        rows=rows,
        file=each.file,
        sheet=each.sheet,
        sha256=each.sha256,
        blank=each.blank,
        findings=_found(each.findings),
        reason=reason,
        whole_from=each.whole_from,
        lacking=each.lacking,
    )


def _found(findings: Sequence[Finding]) -> pd.DataFrame:
    """Lay findings out as the ledger keeps them."""
    columns = ["row", "column", "rule", "severity", "message", "subject"]
    found = pd.DataFrame([[getattr(each, name) for name in columns] for each in findings], columns=columns)
    for column, said in {"reason": "reason", "explained_by": "by", "explained_at": "at"}.items():
        found[column] = [getattr(each.explained, said, None) for each in findings]
    return found.astype({"row": "Int64", "explained_at": "datetime64[us]"})
