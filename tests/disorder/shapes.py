"""Sets of files as the sector makes them, a few rows each: returns by their declared lists, extracts of the sample."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from openpyxl import Workbook

from data.invention.sample import RUN, SAMPLE, read_text
from data.returns.declaration import Listing, Return, all_returns
from data.returns.list_columns import Amount, Answer, Day

CASES = Path(__file__).parents[3] / "shared/cases"
CHILDREN = [f"C{number:04}" for number in range(1, 13)]
FIRST_DAY, DAYS = date(2025, 4, 10), 330
OPEN = 0.7
"""The share of what is open still, of whatever may be."""
MOST_ROWS = 30
EXTRACTS = (
    ("children", "child_protection_plans", "cp_reviews", "visits"),
    ("children", "looked_after_children", "lac_reviews", "lac_health", "missing_episodes"),
    ("children", "contacts", "referrals", "assessments", "section_47_enquiries"),
    ("social_workers", "case_allocations", "supervision", "care_leavers", "pathway_plans"),
)


@dataclass
class Sheet:
    """Hold a table as it is handed in: the name of its file or sheet, its headings, its rows of text."""

    name: str
    headings: list[str]
    rows: list[list[str]]

    def copy(self) -> "Sheet":
        """Return a sheet that can be altered by itself."""
        return Sheet(self.name, list(self.headings), [list(row) for row in self.rows])

    def end_with_a_row(self) -> None:
        """Take away blank rows at the end, of which a workbook keeps nothing."""
        while self.rows and not any(self.rows[-1]):
            self.rows.pop()

    def as_csv(self, separator: str = ",") -> bytes:
        """Return the bytes of a csv."""
        text = io.StringIO()
        csv.writer(text, delimiter=separator, lineterminator="\n").writerows([self.headings, *self.rows])
        return text.getvalue().encode()


@dataclass(frozen=True)
class Shape:
    """Hold a set of sheets of one month, which are the csv files of a set or the sheets of one workbook."""

    name: str
    month: str
    sheets: tuple[Sheet, ...]
    workbook: bool = False


@cache
def shapes() -> tuple[Shape, ...]:
    """Return every shape: returns, extracts of the sample, and what others had trouble with where it is at hand."""
    returns = [
        Shape(of.title, "2026-03", tuple(_invented(of, name) for name in of.lists), of.title == "Ofsted Annex A")
        for of in all_returns().values()
    ]
    extracts = [Shape("extracts", "2026-10", tuple(map(_of_the_sample, names))) for names in EXTRACTS]
    return (*returns, *extracts, *_from_elsewhere())


def as_workbook(sheets: list[Sheet]) -> bytes:
    """Return a workbook of sheets, every cell of it text."""
    book = Workbook(write_only=True)
    for number, sheet in enumerate(sheets):
        page = book.create_sheet(f"{number} {sheet.name}"[:31])
        for row in [sheet.headings, *sheet.rows]:
            page.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _invented(of: Return, name: str) -> Sheet:
    """Invent a list of a return: a row for each child, and for some a second."""
    listing, chance = of.lists[name], Random(name)
    children = [*CHILDREN, *chance.sample(CHILDREN, 3)] if len(listing.key) != 1 else CHILDREN
    rows = [[_cell(listing, column, child, chance) for column in listing.columns] for child in children]
    return Sheet(f"{name}.csv", [column.headings[0] for column in listing.columns.values()], rows)


def _cell(listing: Listing, name: str, child: str, chance: Random) -> str:
    """Invent what a list says of a child: days one after another, an answer that is among those declared."""
    column = listing.columns[name]
    if name in ("child", "adopter"):
        return child
    if name == "dob":
        return f"{date(2010, 1, 1) + timedelta(300 * CHILDREN.index(child)):%d/%m/%Y}"
    if name == listing.open_until and chance.random() < OPEN:
        return ""
    if isinstance(column, Day):
        step = DAYS // len(listing.days)
        day = FIRST_DAY + timedelta(step * listing.days.index(name) + chance.randrange(step))
        return f"{day:%d/%m/%Y}"
    if isinstance(column, Answer):
        return chance.choice(list(column.allowed))
    return str(chance.randint(1, 3)) if isinstance(column, Amount) else chance.choice(("", "North"))


def _of_the_sample(extract: str) -> Sheet:
    """Take a few rows of an extract as it stood last in the sample."""
    rows = read_text(SAMPLE / f"{extract}.csv")
    first, last = rows.pop(RUN[0]), rows.pop(RUN[1]).astype(int)
    del first
    few = rows[last == last.max()].head(len(CHILDREN))
    return Sheet(f"{extract}.csv", list(few.columns), few.to_numpy().tolist())


def _from_elsewhere() -> Iterator[Shape]:
    """Give the sets of csv files that others had trouble with, their first rows alone."""
    for folder in sorted(CASES.glob("*/")) if CASES.is_dir() else ():
        sheets = [_read(path) for path in sorted(folder.glob("*.csv"))]
        if sheets:
            yield Shape(folder.name, "2026-03" if folder.name.startswith("R") else "2020-03", tuple(sheets))


def _read(path: Path) -> Sheet:
    """Read a csv as it stands."""
    records = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    return Sheet(path.name, records[0], records[1 : 1 + MOST_ROWS])
