"""What is read of DfE's publications: one file for each, which names its measures and the columns they stand in."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path

from data.errors import Mendable

HERE = Path(__file__).parent / "publications"
DEPARTMENT = "Department for Education"
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
POPULATION = "population"
"""The denominator of a rate that DfE does not print beside the count: children aged 0 to 17 in the middle of the year
before."""
HALVES = ("numerator", "denominator", "value")
"""The three numbers of a published figure."""
REASONS = {
    "c": "not published, so that nobody can be recognised",
    "x": "not available",
    "z": "not applicable",
    "u": "of low reliability",
    "k": "rounds to nought",
    "low": "rounds to nought",
    "*": "not published, so that nobody can be recognised",
    ":": "not available",
    "..": "not available",
    ".": "not applicable",
    "-": "rounds to nought",
    "~": "of low reliability",
    "": "left blank",
}
"""What stands in the place of a number, as DfE writes it now and wrote it before, and what it means."""
HIDDEN_LEAST, HIDDEN_MOST = 1, 5
"""What DfE hides so that nobody can be recognised; a larger number is hidden where it would give such a one away."""
SUPPRESSED, ROUNDS_TO_NOUGHT = frozenset({"c", "*"}), frozenset({"k", "low", "-"})


@dataclass(frozen=True, kw_only=True)
class Measure:
    """Declare one published figure: its columns, and in a long file the labels of its rows.

    Either half may be a sum, written `a + b`, and the denominator may stand in another row, which `out_of` tells by its
    labels. Without a `value` the figure is worked out here of its halves. `counts` names what each half counts.
    """

    name: str
    title: str
    unit: str
    counts: tuple[str, str]
    value: str = ""
    numerator: str = ""
    denominator: str = ""
    decimals: int = 0
    where: Mapping[str, str] = field(default_factory=dict, hash=False)
    out_of: Mapping[str, str] = field(default_factory=dict, hash=False)
    hidden_is_small: bool = True
    """Whether what DfE hides of it is 1 to 5; where it hides it to guard another number, it may be any."""
    ships: bool = True
    """Whether its figures come with the program; the others are loaded from DfE's file."""
    not_measured: str = ""
    """Why no indicator measures it, in words; unsaid where one does."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns it is read from."""
        below = [part for part in parts_of(self.denominator) if part != POPULATION]
        return tuple(dict.fromkeys((*parts_of(self.value), *parts_of(self.numerator), *below, *self.where)))

    @property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """Return the labels by which its rows are told, each with its column."""
        return (*self.where.items(), *self.out_of.items())

    @property
    def listed(self) -> str:
        """Return its name as it stands in a list, with the reason where no indicator measures it."""
        return f"{self.name} ({self.not_measured})" if self.not_measured else self.name

    @property
    def short(self) -> str:
        """Return its name within its publication."""
        return self.name.rpartition(".")[2]


@dataclass(frozen=True, kw_only=True)
class Wording:
    """Say how editions of other years word a file: the headings of columns and the labels of rows that they renamed.

    `editions` are the last years of those files in which it was read: 2023 and 2024.
    """

    editions: str = ""
    headings: Mapping[str, str] = field(default_factory=dict, hash=False)
    labels: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, kw_only=True)
class Publication:
    """Declare one file that DfE publishes year by year: what stands in it, of which day, under which names.

    Measures name headings and labels as the latest edition words them, and `wordings` say what earlier ones renamed.
    """

    name: str
    title: str
    says: str
    as_at: str
    measures: tuple[Measure, ...]
    release: str
    """The release of DfE's in which it comes out, by its name in `release_pages.toml`."""
    file: str = ""
    """What its file is called, with {year} for its last year; unsaid where that could not be read."""
    source: str = ""
    wordings: tuple[Wording, ...] = ()
    told_by: str = ""
    """The word by which a file is known to speak of it, where its headings could not be read at their source."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns that its measures are read from."""
        return tuple(dict.fromkeys(column for measure in self.measures for column in measure.columns))

    @property
    def label_columns(self) -> tuple[str, ...]:
        """Return the columns whose labels tell one figure from another."""
        return tuple(dict.fromkeys(column for measure in self.measures for column in measure.where))

    def headings_of(self, column: str) -> dict[str, str]:
        """Return every heading of a column, the latest first, each with the editions in which it stood."""
        renamed = {
            wording.headings[column]: wording.editions for wording in self.wordings if column in wording.headings
        }
        return {column: "", **renamed}

    def labels_of(self, label: str) -> list[str]:
        """Return a label as every edition words it, the latest first."""
        return [label, *(wording.labels[label] for wording in self.wordings if label in wording.labels)]

    def day(self, year: int) -> date:
        """Return the day that the figures of a year stand for: 30 September 2025."""
        return datetime.strptime(f"{self.as_at} {year}", "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone

    @property
    def credit(self) -> str:
        """Name who published it."""
        return self.source or f"{DEPARTMENT}, {self.title}"


@cache
def all_publications() -> dict[str, Publication]:
    """Gather every publication that can be read, by name."""
    return {path.stem: _publication(path) for path in sorted(HERE.glob("*.toml"))}


@cache
def all_measures() -> dict[str, Measure]:
    """Gather every published measure, by publication and name: workforce.average_caseload."""
    return {measure.name: measure for publication in all_publications().values() for measure in publication.measures}


def measure_called(name: str) -> Measure:
    """Return the measure of that name.

    Raises:
        Mendable: naming those there are.
    """
    if name not in all_measures():
        choices = ", ".join(measure.listed for measure in all_measures().values())
        raise Mendable(f'There is no published measure "{name}". Use one of {choices}.')
    return all_measures()[name]


def publication_of(measure: str) -> Publication:
    """Return the publication in which a measure stands."""
    return all_publications()[measure.partition(".")[0]]


@cache
def parts_of(half: str) -> tuple[str, ...]:
    """Return the columns that a half is the sum of: one, several or none."""
    return tuple(part.strip() for part in half.split("+") if part.strip())


def _publication(path: Path) -> Publication:
    """Read the declaration of a publication."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    wordings = tuple(Wording(**wording) for wording in written.pop("wording", []))
    measures = tuple(
        Measure(**{**content, "name": f"{path.stem}.{name}", "counts": tuple(content["counts"])})
        for name, content in written.pop("measure").items()
    )
    return Publication(name=path.stem, measures=measures, wordings=wordings, **written)
