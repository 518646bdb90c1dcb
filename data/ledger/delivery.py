"""What is handed to the ledger to be stored: checked extracts of one authority and month, and the door they go through.

Checks, and whoever handed the files in, see what is written in them; the store sees what the door makes of it, in one
place for what is published, backfilled and rehearsed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import pandas as pd

from data.extracts import all_extracts
from data.ledger.query_reasons import sentence_of
from data.store.pseudonyms import AsWritten, known_again


@dataclass(frozen=True)
class Incoming:
    """Hold one checked extract, ready to be stored: its typed rows are indexed by row number in the file."""

    extract: str
    rows: pd.DataFrame
    file: str
    sheet: str
    sha256: str
    blank: int
    findings: pd.DataFrame
    """Columns row, column, rule, severity, message, and where they are known subject, reason, explained_by and _at."""
    reason: str | None = None
    whole_from: date | None = None
    """The first day from which the rows are whole; None where that is as the extract's declaration says."""
    lacking: tuple[str, ...] = ()
    """Declared columns that the file did not hold at all."""
    backfilled_from: date | None = None
    """The later month whose file this is made of, as its rows would have stood."""


Months = Sequence[tuple[date, Incoming]]
"""An extract as it is stored for several months."""
Earlier = Callable[[Sequence[Incoming]], Iterable[Months]]
"""Makes of the extracts of a month, as they are kept, what is backfilled of those before it: extract after extract."""


def nothing_earlier(_extracts: Sequence[Incoming]) -> Iterable[Months]:
    """Backfill nothing."""
    return ()


@dataclass(frozen=True)
class Delivery:
    """Hold the extracts of one authority and month that are stored together.

    `against` is the store's revision that they were checked against: what came in since overtakes them. `earlier` makes
    what is backfilled; `beside` what nobody handed in and is laid down with the month where none stands. `at`
    is the moment that is written down (UTC); where it is None, the present one.
    """

    authority: str
    month: date
    extracts: Sequence[Incoming]
    against: int | None = None
    earlier: Earlier = nothing_earlier
    at: datetime | None = None
    beside: Sequence[Incoming] = ()


def through_the_door(pseudonyms: AsWritten, delivery: Delivery) -> Delivery:
    """Return a delivery as it is kept: pseudonyms of people, no sentence that quotes a cell, no name of a file.

    Raises:
        Mendable: where the key of the store's pseudonyms is missing or another.
    """
    if pseudonyms.key_id is None:
        return delivery
    authority = delivery.authority
    return replace(
        delivery,
        extracts=[_as_kept(pseudonyms, authority, arrival) for arrival in delivery.extracts],
        beside=[_as_kept(pseudonyms, authority, arrival) for arrival in delivery.beside],
    )


def _as_kept(pseudonyms: AsWritten, authority: str, arrival: Incoming) -> Incoming:
    """Return one extract as it is kept."""
    rows = pseudonyms.in_rows(authority, all_extracts()[arrival.extract], arrival.rows)
    arrival = _without_erased(pseudonyms, authority, replace(arrival, rows=rows))
    return replace(
        arrival,
        findings=_findings_as_kept(pseudonyms, authority, arrival.findings),
        file=pseudonyms.of_file(arrival.extract, arrival.sha256, arrival.file),
        sheet=pseudonyms.of_sheet(arrival.sheet),
    )


def _without_erased(pseudonyms: AsWritten, authority: str, arrival: Incoming) -> Incoming:
    """Return an extract without the rows of children who were erased; its reason says how many stay outside."""
    if not pseudonyms.erased or "child_id" not in arrival.rows:
        return arrival
    children = arrival.rows["child_id"]
    erased = [child for child in children.dropna().unique() if pseudonyms.is_erased(authority, child)]
    is_outside = children.isin(erased).to_numpy(dtype=bool)
    outside = arrival.rows.index[is_outside].tolist()
    if not outside:
        return arrival
    note = f"{len(outside)} of its rows are of children who were erased, and were left out"
    return replace(
        arrival,
        rows=arrival.rows.loc[~is_outside],
        findings=arrival.findings.loc[~arrival.findings["row"].isin(outside)],
        reason=f"{arrival.reason}; {note}" if arrival.reason else note,
    )


def _findings_as_kept(pseudonyms: AsWritten, authority: str, findings: pd.DataFrame) -> pd.DataFrame:
    """Return findings by which a query is known again when it is found again, and which quote no cell."""
    if findings.empty:
        return findings
    subjects = findings["subject"] if "subject" in findings else pd.Series(None, index=findings.index, dtype="object")
    queries = [
        pseudonyms.of_query(authority, (rule, subject or "", sentence_of(message)))
        for rule, subject, message in zip(findings["rule"], subjects, findings["message"], strict=True)
    ]
    return findings.assign(
        subject=[subject for _, subject, _ in queries], message=[known_again(sentence) for *_, sentence in queries]
    )
