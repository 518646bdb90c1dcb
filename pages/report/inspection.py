"""Readiness for inspection: Annex A's lists of a month end, all its indicators, what is missing and what is open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas

from data.access import Act, Reader
from data.audit.exports import SENSITIVE, hand_out
from data.extracts import all_extracts
from data.identities.leading_back import led_back, with_identifiers
from data.ledger.history import authorities_held, published_rows
from data.ledger.open_queries import Queries, queries_standing
from data.returns.written_lists import annex_a, columns_lacking, held_lists, list_written
from data.store.store import Store
from data.table_export import content_of, workbook
from indicators.engine.catalogue import all_indicators, services_of_indicators
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from indicators.figures.tidy_tables import tidy
from pages.words import wording

MONTHS_SHOWN = 6
"""Month ends over which open queries are counted down."""
MISSING, INDICATORS = "Missing", "Indicators"


@dataclass(frozen=True)
class ListReady:
    """Hold a list of Annex A as it can be written, None where it cannot; and the columns that nothing held can fill."""

    name: str
    title: str
    extract: str
    table: pandas.DataFrame | None
    lacking: tuple[str, ...]

    @property
    def state(self) -> str:
        """Say whether it can be written."""
        if self.table is None:
            return f"not written: {all_extracts()[self.extract].title} is not published for this month"
        return "every column" if not self.lacking else f"{wording.counted(len(self.lacking), 'columns')} not held"


@dataclass(frozen=True)
class Readiness:
    """Hold how ready an authority is for an inspection, at a month end."""

    place: str
    month: date
    lists: tuple[ListReady, ...]
    queries: tuple[Queries, ...]
    figures: tuple[Figure, ...]

    @property
    def missing(self) -> list[tuple[str, str, str]]:
        """Return what is missing: where, what it is, and what to do."""
        rows: list[tuple[str, str, str]] = []
        for ready in self.lists:
            if ready.table is None:
                rows.append((ready.title, ready.state, f"Publish {all_extracts()[ready.extract].title} for the month."))
            elif ready.lacking:
                rows.append((ready.title, "; ".join(ready.lacking), "Take these columns from the case system."))
        for figure in self.figures:
            if figure.value is None:
                rows.append((all_indicators()[figure.indicator].title, figure.reason, "Publish what the reason names."))
        for queries in self.queries:
            if queries.month == self.month and queries.unexplained:
                many = wording.counted(queries.unexplained, "queries")
                rows.append(
                    (all_extracts()[queries.extract].title, f"{many} open", "Mend the rows, or say why they stand.")
                )
        return rows

    def counted_down(self, months: Sequence[date]) -> list[tuple[date, int]]:
        """Return how many queries are open at each of the last months."""
        return [
            (month, sum(one.unexplained for one in self.queries if one.month == month))
            for month in months[-MONTHS_SHOWN:]
        ]


def readiness(store: Store, reader: Reader, authority: str, month: date) -> Readiness:
    """Look how ready an authority is at a published month end.

    Raises:
        Mendable: where the reader may not see lists of children of every team.
    """
    reader.must(Act.ROWS)
    reader.must_see_authority(authority)
    children = published_rows(store, reader, authority, month, "children")
    if children is None:
        children = pandas.DataFrame(columns=list(all_extracts()["children"].column_names))
    lists = []
    for name, held in held_lists().items():
        rows = published_rows(store, reader, authority, month, held.extract)
        table = None if rows is None else list_written(name, rows, children, month)
        lacking = tuple(columns_lacking(name))
        lists.append(ListReady(name, annex_a().lists[name].title, held.extract, table, lacking))
    measured = figures(store, reader, list(all_indicators().values()), authority, [month])
    queries = tuple(queries_standing(store, reader, authority))
    return Readiness(authorities_held(store, reader)[authority], month, tuple(lists), queries, tuple(measured))


def inspection_workbook(store: Store, reader: Reader, ready: Readiness, reason: str | None = None) -> bytes:
    """Return the lists, the indicators and what is missing as a workbook; that it was taken is in the audit log.

    With a reason the case system's own identifiers stand in it, for who may see them.

    Raises:
        Mendable: where the reader may see no lists, or there is no table that leads back.
    """
    reader.must(Act.LISTS)
    sheets = dict(_sheets(ready))
    if reason is not None:
        texts = [
            cell for table in sheets.values() for cells in table.to_numpy() for cell in cells if isinstance(cell, str)
        ]
        identifiers = led_back(store, reader, texts, reason, services_of_indicators())
        sheets = {
            name: table.map(lambda cell: with_identifiers(cell, identifiers) if isinstance(cell, str) else cell)
            for name, table in sheets.items()
        }
    content = b"".join(content_of(table) for table in sheets.values())
    rows = sum(len(ready.table) for ready in ready.lists if ready.table is not None)
    foot = hand_out(store, reader, f"inspection_{ready.month:%Y-%m}.xlsx", content, SENSITIVE, rows)
    return workbook(sheets, foot.line)


def _sheets(ready: Readiness) -> Iterator[tuple[str, pandas.DataFrame]]:
    """Yield the sheets of the workbook by their names."""
    yield MISSING, pandas.DataFrame(ready.missing, columns=["Where", "What is missing", "What to do"])
    for one in ready.lists:
        if one.table is not None:
            yield one.title.partition(",")[0], one.table
    yield INDICATORS, tidy(ready.figures)
