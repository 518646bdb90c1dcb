"""The gate: what has been checked is published, or refused; nothing is half published."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from data.arrivals.values import dtype_of
from data.errors import Mendable
from data.explanations import explained
from data.extract import all_extracts
from data.ledger import Incoming, Measure, Published, publish, published_rows, standing_version
from data.months import month_end, month_end_before
from data.reader import Reader
from data.store import Store
from validation.check import Check, CheckedFile, Known
from validation.explaining import Reasons, explained_by
from validation.findings import Finding


@dataclass(frozen=True)
class Difference:
    """Hold how the rows of a checked extract differ from those that stand: how many there are, and on one side only."""

    extract: str
    standing: int
    ours: int
    only_standing: int
    only_ours: int


def let_in(
    store: Store,
    reader: Reader,
    authority: str,
    checked: Check,
    measure: Measure,
    reasons: Reasons | None = None,
    against: int | None = None,
) -> Published:
    """Publish every file of a check as new loads, with its findings and the month's figures; return the loads.

    `reasons` explain the queries that were not explained before; `against` is the store's revision when the files were
    checked. What stands already with the same bytes stays as it is, and its load is returned.

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
    return publish(store, reader, authority, month, incoming_of(checked, reasons), measure, against=against)


def known_to(store: Store, reader: Reader, authority: str | None, month: date, nil_return: str | None = None) -> Known:
    """Return what a check of an authority's files for a month is to know besides them."""
    whose = authority or ""
    return Known(
        published=lambda extract: published_rows(store, reader, whose, month, extract),
        before=lambda extract: published_rows(store, reader, whose, month_end_before(month), extract),
        standing=lambda sha256, sheet: standing_version(store, reader, whose, month, sha256, sheet),
        explained=lambda extract: explained(store, reader, whose, month, extract),
        authority=authority,
        nil_return=nil_return,
    )


def incoming_of(checked: Check, reasons: Reasons | None = None) -> list[Incoming]:
    """Make the files of a check ready for the store."""
    said = "; ".join(dict.fromkeys(reason.strip() for reason in (reasons or {}).values() if reason.strip()))
    return [_incoming(each, each.table, said or None) for each in checked.files if each.table is not None]


def differences(checked: Check, published: Callable[[str], pd.DataFrame | None]) -> list[Difference]:
    """Compare the files of a check with what stands; `published` returns the rows of an extract that stand, or None."""
    found = []
    for each in checked.files:
        standing = None if each.extract is None or each.table is None else published(each.extract)
        if standing is None or each.table is None or each.extract is None:
            continue
        there, here = _counted(each.extract, standing), _counted(each.extract, each.table)
        only = (there - here).total(), (here - there).total()
        found.append(Difference(each.extract, there.total(), here.total(), *only))
    return found


def _counted(extract: str, rows: pd.DataFrame) -> Counter[tuple]:
    """Count rows by their values, however they are typed."""
    dtypes = {column.name: dtype_of(column) for column in all_extracts()[extract].columns}
    return Counter(rows.reindex(columns=list(dtypes)).astype(dtypes).astype(str).itertuples(index=False, name=None))


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
    )


def _found(findings: Sequence[Finding]) -> pd.DataFrame:
    """Lay findings out as the ledger keeps them."""
    columns = ["row", "column", "rule", "severity", "message", "subject"]
    found = pd.DataFrame([[getattr(each, name) for name in columns] for each in findings], columns=columns)
    for column, said in {"reason": "reason", "explained_by": "by", "explained_at": "at"}.items():
        found[column] = [getattr(each.explained, said, None) for each in findings]
    return found.astype({"row": "Int64", "explained_at": "datetime64[us]"})
