"""Read one of DfE's files: a row for each area, year and measure, with its halves, its value and why one is missing."""

import csv
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from data.errors import Mendable
from data.published.areas import Area, area_of
from data.published.dfe_publication import POPULATION, REASONS, Measure, Publication, parts_of
from data.published.dfe_table import Rows
from data.published.recognition import recognised
from data.units import scale_of

PERIOD = re.compile(r"(20\d\d)|(?:20)?\d\d\D?(\d\d)")
Population = Mapping[tuple[str, int], float]
"""Children aged 0 to 17 of an area, by its code and the year of the estimate."""
Number = tuple[float | None, str]
"""A number, or none and the word that stands in its place."""
UNSAID: Number = (None, "")


class Published(NamedTuple):
    """Hold one published figure: its value, its halves, and why one of them is missing, each apart."""

    authority: str
    year: int
    measure: str
    numerator: float | None
    numerator_missing: str
    denominator: float | None
    denominator_missing: str
    value: float | None
    value_missing: str


@dataclass(frozen=True)
class Line:
    """Hold one line of a file: its number, whose it is, of which year, and its cells."""

    number: int
    authority: str
    year: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Release:
    """Hold one release as read: its figures, its areas, and a sentence for each measure that it lacks."""

    publication: Publication
    file: str
    figures: tuple[Published, ...]
    areas: tuple[Area, ...]
    missing: tuple[str, ...]
    read_by: str = ""
    """How its headings were known, where not as those of the latest edition."""

    @cached_property
    def fingerprint(self) -> str:
        """Return what tells this release from another: all its figures, in whichever order they came."""
        text = "\n".join(sorted(repr(figure) for figure in self.figures))
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def years(self) -> tuple[int, int]:
        """Return its first and last year."""
        years = [figure.year for figure in self.figures]
        return min(years), max(years)

    @property
    def table(self) -> pd.DataFrame:
        """Return its figures as a table."""
        return pd.DataFrame(self.figures, columns=list(Published._fields))


def read_release(
    name: str, contents: bytes, population: Population, read_as: Mapping[str, str] | None = None
) -> Release:
    """Read a file as DfE publishes it; `read_as` says which declared column a heading of it stands for.

    Raises:
        Mendable: where it is no such file, or a cell is neither a number nor a known word; naming file, row and column.
    """
    recognition = recognised(name, _rows(name, contents), read_as)
    areas: dict[str, tuple[int, Area]] = {}
    lines = []
    for number, cells in enumerate(recognition.rows, 2):
        year = _year(name, number, cells["time_period"])
        if (area := area_of(cells)) is not None:
            lines.append(Line(number, area.authority, year, cells))
            areas[area.authority] = max(areas.get(area.authority, (year, area)), (year, area), key=lambda pair: pair[0])
    figures = [figure for measure in recognition.measures for figure in _figures(name, measure, lines, population)]
    latest = tuple(area for _, (_, area) in sorted(areas.items()))
    return Release(recognition.publication, name, tuple(figures), latest, recognition.missing, recognition.read_by)


def _rows(name: str, contents: bytes) -> Rows:
    """Read a csv as text under its headings.

    Raises:
        Mendable: where a row has more or fewer cells than there are headings.
    """
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = contents.decode("cp1252", errors="replace")
    rows = list(csv.reader(io.StringIO(text)))
    for number, cells in enumerate(rows, 1):
        if cells and len(cells) != len(rows[0]):
            raise Mendable(
                f"{name}, row {number} has {len(cells)} cells under {len(rows[0])} headings. Download it again."
            )
    return [dict(zip(rows[0], cells, strict=True)) for cells in rows[1:] if cells]


def _year(name: str, number: int, period: str) -> int:
    """Return the year in which a period ends: 2025 of 2025, of 202425 and of 2024/25."""
    match = PERIOD.fullmatch(period.strip())
    if match is None:
        raise Mendable(f'{name}, row {number}: time_period is "{period}". Write it as 2025 or 202425, as DfE does.')
    return int(match[1] or f"20{match[2]}")


def _figures(name: str, measure: Measure, lines: Sequence[Line], population: Population) -> list[Published]:
    """Return the figures of one measure, one for each area and year."""
    others = _labelled(lines, {**measure.where, **measure.out_of}) if measure.out_of else []
    wholes = {(line.authority, line.year): _sum(name, line, measure.numerator) for line in others}
    by_place: dict[tuple[str, int], Published] = {}
    for line in _labelled(lines, measure.where):
        place = (line.authority, line.year)
        numerator = _sum(name, line, measure.numerator)
        below = wholes.get(place, (None, "x")) if measure.out_of else _denominator(name, measure, line, population)
        value = _number(name, line, measure.value) if measure.value else _worked_out(measure, numerator, below)
        figure = Published(line.authority, line.year, measure.name, *numerator, *below, *value)
        if by_place.setdefault(place, figure) != figure:
            raise Mendable(
                f"{name}, row {line.number}: a second figure of {measure.title} for {line.authority} in {line.year}. "
                "The file may hold a breakdown that is not known here: give it without."
            )
    return list(by_place.values())


def _labelled(lines: Sequence[Line], labels: Mapping[str, str]) -> list[Line]:
    """Return the lines that carry all the labels."""
    return [line for line in lines if all(line.cells[column] == label for column, label in labels.items())]


def _denominator(name: str, measure: Measure, line: Line, population: Population) -> Number:
    """Return what a figure is out of: what the file says, or the children of the middle of the year before."""
    if measure.denominator == POPULATION:
        children = population.get((line.authority, line.year - 1))
        return children, "" if children else "x"
    return _sum(name, line, measure.denominator)


def _sum(name: str, line: Line, half: str) -> Number:
    """Return a half: a column or a sum of columns, or the word that stands in the place of one of them."""
    numbers = [_number(name, line, part) for part in parts_of(half)]
    if why := next((why for _, why in numbers if why), ""):
        return None, why
    return (round(sum(number for number, _ in numbers if number is not None), 6), "") if numbers else UNSAID


def _worked_out(measure: Measure, numerator: Number, denominator: Number) -> Number:
    """Return a figure that DfE does not print, worked out of its halves."""
    if numerator[0] is None or not denominator[0]:
        return None, numerator[1] or denominator[1] or "z"
    return numerator[0] / denominator[0] * scale_of(measure.unit), ""


def _number(name: str, line: Line, column: str) -> Number:
    """Return the number of a cell, or the word that stands in its place.

    Raises:
        Mendable: naming file, row and column, where it is neither.
    """
    written = line.cells[column].strip()
    word = written.casefold()
    if word in REASONS:
        return None, word or "x"
    try:
        return float(written.replace(",", "")), ""
    except ValueError:
        raise Mendable(
            f'{name}, row {line.number}, {column}: "{written}" is neither a number nor one of '
            f"{', '.join(reason for reason in REASONS if reason)}. Give the file as DfE publishes it."
        ) from None
