"""What a fault is: files that carry it, and the outcome that the matrix promises."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas
from openpyxl import Workbook

from data.arrivals import typed
from data.extracts import all_extracts
from tests.examples import as_csv, example_texts
from validation.check import Known

DECISIONS = {"R": "refuse", "B": "block", "Q": "query", "A": "accept"}
SEVERITIES = {"R": "block", "B": "block", "Q": "query", "A": "info"}
Files = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Fault:
    """Expect of files an outcome, R refuse, B block, Q query or A accept, by a rule whose sentence holds a phrase.

    `accepted` and `aside` count rows. `stricter` says why a fault is refused that the catalogue would only block.
    """

    id: str
    what: str
    files: Callable[[], Files]
    outcome: str
    rule: str = ""
    says: str = ""
    accepted: int | None = None
    aside: int | None = None
    known: Known = field(default_factory=Known)
    month: str = "2026-10"
    stricter: str = ""

    def __str__(self) -> str:
        return f"{self.id} {self.what}"


def texts(extract: str, *rows: Mapping) -> pandas.DataFrame:
    """Return rows of an extract that draw no query, but for what is stated."""
    declared = all_extracts()[extract]
    dated = {declared.dated_by: "2026-10-01"} if declared.dated_by else {}
    return example_texts(declared, [{**dated, **row} for row in rows])


def one(extract: str, *rows: Mapping) -> Files:
    """Return one csv of an extract with these rows."""
    return [(f"{extract}.csv", as_csv(texts(extract, *rows)))]


def plans(*rows: Mapping) -> Files:
    """Return a csv of child protection plans."""
    return one("child_protection_plans", *rows)


def altered(files: Files, alter: Callable[[str], str | bytes], name: str = "") -> Files:
    """Return the first file with its text altered, under another name where one is given."""
    ((old, contents), *_) = files
    new = alter(contents.decode())
    return [(name or old, new if isinstance(new, bytes) else new.encode())]


def workbook(*sheets: tuple[str, list[list]], hidden: tuple[str, ...] = ()) -> bytes:
    """Return a workbook of sheets, each a name and its rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if title in hidden else "visible"
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def cells(frame: pandas.DataFrame) -> list[list]:
    """Return a table as rows of cells, its headings first."""
    return [list(frame.columns), *frame.values.tolist()]


def published(extract: str, *rows: Mapping) -> Callable[[str], pandas.DataFrame | None]:
    """Say that these rows of an extract are published, and nothing else."""
    declared = all_extracts()[extract]
    table = typed(declared, texts(extract, *rows)).filter(declared.column_names)
    return lambda name: table if name == extract else None
