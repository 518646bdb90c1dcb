"""Read one of DfE's files: a row for each area, year and measure, with its halves, its value and why one is missing."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.errors import Mendable
from data.published.areas import area_columns
from data.published.publication import POPULATION, REASONS, SCALE, Measure, Publication
from data.published.recognising import recognised

HALVES = ("numerator", "denominator", "value")
COLUMNS = ["authority", "year", "measure", *(name for half in HALVES for name in (half, f"{half}_missing"))]
AREAS = ["authority", "name", "region", "level"]
Population = Mapping[tuple[str, int], float]
"""Children aged 0 to 17 of an area, by its code and the year of the estimate."""


@dataclass(frozen=True)
class Release:
    """Hold one release as read: its figures, its areas, and a sentence for each measure that it lacks.

    A figure has the columns of COLUMNS; a number that is missing is empty and its reason stands beside it.
    """

    publication: Publication
    file: str
    figures: pd.DataFrame
    areas: pd.DataFrame
    missing: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """Return what tells this release from another: all its figures, in whichever order they came."""
        return hashlib.sha256(self.figures.to_csv(index=False).encode()).hexdigest()

    @property
    def years(self) -> tuple[int, int]:
        """Return its first and last year."""
        return int(self.figures["year"].min()), int(self.figures["year"].max())


def read_release(name: str, contents: bytes, population: Population) -> Release:
    """Read a file as DfE publishes it.

    Raises:
        Mendable: where it is no such file, or a cell is neither a number nor a known word; naming file, row and column.
    """
    found, rows = recognised(name, _table(name, contents))
    places = area_columns(rows)[AREAS]
    rows = rows.assign(authority=places["authority"], year=_years(name, rows["time_period"]))
    rows, places = rows[rows["authority"] != ""], places[places["authority"] != ""]
    areas = places.drop_duplicates("authority").sort_values("authority", ignore_index=True)
    figures = pd.concat([_figures(name, each, rows, population) for each in found.measures], ignore_index=True)
    figures = figures.sort_values(["measure", "authority", "year"], ignore_index=True)
    return Release(found.publication, name, figures, areas, found.missing)


def _table(name: str, contents: bytes) -> pd.DataFrame:
    """Read a csv as text, blank cells as blanks."""
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = contents.decode("cp1252", errors="replace")
    try:
        return pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    except (pd.errors.ParserError, pd.errors.EmptyDataError) as why:
        raise Mendable(f"{name} could not be read as csv: {why}. Give the csv as DfE publishes it.") from why


def _years(name: str, periods: pd.Series) -> pd.Series:
    """Return the year in which each period ends: 2025 of 2025, of 202425 and of 2024/25."""
    digits = periods.str.replace(r"\D", "", regex=True)
    years = pd.to_numeric(digits.str[:2] + digits.str[-2:], errors="coerce")
    wrong = years.isna() | ~digits.str.len().isin([4, 6])
    if wrong.any():
        place = wrong.idxmax()
        raise Mendable(
            f'{name}, row {place + 2}: time_period is "{periods[place]}". Write it as 2025 or 202425, as DfE does.'
        )
    return years.astype(int)


def _figures(name: str, measure: Measure, rows: pd.DataFrame, population: Population) -> pd.DataFrame:
    """Return the figures of one measure, a row for each area and year."""
    own = _labelled(rows, measure.where)
    told = pd.DataFrame({"authority": own["authority"], "year": own["year"], "measure": measure.name})
    told["value"], told["value_missing"] = _numbers(name, measure.value, own)
    told["numerator"], told["numerator_missing"] = _numbers(name, measure.numerator, own)
    told["denominator"], told["denominator_missing"] = _denominators(name, measure, rows, own, population)
    if not measure.value:
        told["value"] = told["numerator"] / told["denominator"].where(told["denominator"] > 0) * SCALE[measure.unit]
        gap = told["numerator_missing"].where(told["numerator_missing"] != "", told["denominator_missing"])
        told["value_missing"] = gap.where(told["value"].isna(), "")
    told = told[COLUMNS].drop_duplicates()
    if (twice := told.duplicated(["authority", "year"])).any():
        row = told[twice].iloc[0]
        raise Mendable(
            f"{name} gives two figures of {measure.title} for {row['authority']} in {row['year']}. It may hold a "
            "breakdown that is not known here: give the file without it."
        )
    return told


def _labelled(rows: pd.DataFrame, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows that carry all the labels."""
    for column, label in labels.items():
        rows = rows[rows[column] == label]
    return rows


def _denominators(
    name: str, measure: Measure, rows: pd.DataFrame, own: pd.DataFrame, population: Population
) -> tuple[pd.Series, pd.Series]:
    """Return what each figure is out of: of the same row, a sum, another row, or the population."""
    if measure.out_of:
        other = _labelled(rows, {**measure.where, **measure.out_of})
        numbers, missing = _numbers(name, measure.numerator, other)
        keys = pd.MultiIndex.from_frame(other[["authority", "year"]])
        place = pd.MultiIndex.from_frame(own[["authority", "year"]])
        found = pd.DataFrame({"number": numbers.array, "missing": missing.array}, index=keys)
        found = found[~found.index.duplicated()].reindex(place)
        return found["number"].set_axis(own.index), found["missing"].fillna("x").set_axis(own.index)
    if measure.denominator == POPULATION:
        keys = zip(own["authority"], own["year"] - 1, strict=True)
        numbers = pd.Series([population.get(key) for key in keys], own.index, dtype="float64")
        return numbers, pd.Series("", own.index).mask(numbers.isna(), "x")
    total, why = _numbers(name, measure.denominator.split("+")[0].strip(), own)
    for part in measure.denominator.split("+")[1:]:
        more, reason = _numbers(name, part.strip(), own)
        total, why = total + more, why.where(why != "", reason)
    return total, why


def _numbers(name: str, column: str, rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return the numbers of a column, and for each that is missing the word that stands in its place.

    Raises:
        Mendable: naming file, row and column, where a cell is neither.
    """
    if not column:
        return pd.Series(float("nan"), rows.index), pd.Series("", rows.index)
    cells = rows[column].str.strip()
    numbers = pd.to_numeric(cells.str.replace(",", "", regex=False), errors="coerce")
    words = cells.str.casefold().where(numbers.isna(), "")
    if (unknown := ~words.isin(list(REASONS))).any():
        place = unknown.idxmax()
        raise Mendable(
            f'{name}, row {place + 2}, {column}: "{cells[place]}" is neither a number nor one of '
            f"{', '.join(each for each in REASONS if each)}. Give the file as DfE publishes it."
        )
    return numbers, words.mask(numbers.isna() & (words == ""), "x")
