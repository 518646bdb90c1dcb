"""Which publication a file is, and by which editions' wording, by what stands in it and not by its name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.errors import Mendable
from data.heading_spelling import tidy
from data.published.dfe_publication import Measure, Publication, Wording, all_publications
from data.published.dfe_table import CATEGORY, DfeTable, Rows, known_by
from data.published.missing_parts import MissingPart, has_not, nearest
from data.published.unread_headings import told_by_content

PLACE = (
    "time_period",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
"""The columns that say whose figure a row is and of which year; DfE has kept them since 2019."""
READ_AS = "Where it calls a column otherwise, say so with --read-as HEADING=COLUMN, or beside the files on the page."


@dataclass(frozen=True)
class Recognised:
    """Hold what a file was recognised as, its rows under the declared headings and labels, and what it lacks.

    `read_by` says how, where that is not by the latest edition's headings. `measures` are those that can be read;
    `missing` has a sentence for each that cannot.
    """

    publication: Publication
    read_by: str
    rows: Rows
    measures: tuple[Measure, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Reading:
    """Hold a file as one wording of a publication reads it: the heading of each column, and what each measure lacks.

    What is lacking is a column, or a column with the label of which it has no row.
    """

    publication: Publication
    wording: Wording
    headings: Mapping[str, str]
    lacks: Mapping[Measure, Sequence[tuple[str, str]]]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Return the measures that can be read."""
        return tuple(measure for measure, parts in self.lacks.items() if not parts)

    @property
    def read_by(self) -> str:
        """Say by which editions' headings it reads, or that they are told by what they hold; nothing by the latest."""
        if self.wording.editions:
            return f"the headings of the editions of {self.wording.editions}"
        told = [f'"{heading}" for {column}' for column, heading in self.wording.headings.items()]
        return f"what its columns hold, {', '.join(told)}" if told else ""

    def fits(self, table: DfeTable) -> tuple[bool, int, int]:
        """Say how well it fits, the better the greater: a file that names its publication is that one and no other."""
        category = table.headings.get(CATEGORY)
        titled = category is not None and table.has_label(category, [self.publication.title])
        return titled, len(self.measures), len(self.headings) + self._as_worded(table)

    def _as_worded(self, table: DfeTable) -> int:
        """Count the headings and labels that stand there as this wording has them, and not as another has."""
        columns = [self.headings[column] for column in self.publication.label_columns if column in self.headings]
        return sum(
            tidy(heading) == tidy(self.wording.headings.get(column, column))
            for column, heading in self.headings.items()
        ) + sum(any(table.has_label(heading, [label]) for heading in columns) for label in self.wording.labels.values())


def recognised(name: str, rows: Rows, read_as: Mapping[str, str] | None = None) -> Recognised:
    """Return what a file is; `read_as` says which declared column a heading of it stands for.

    Raises:
        Mendable: where it is none that is known, naming the nearest and what it lacks; or where columns of place lack.
    """
    table = DfeTable(rows).renamed(name, read_as or {})
    if lacking := [column for column in PLACE if tidy(column) not in table.headings]:
        raise Mendable(
            f"{name} has no column {', '.join(lacking)}, so it is not a file of figures as DfE publishes them. "
            "Download the csv from Explore education statistics and give it as it comes."
        )
    readings = [reading for publication in all_publications().values() for reading in _readings(publication, table)]
    best = max(readings, key=lambda reading: reading.fits(table))
    if not best.headings:
        titles = "; ".join(publication.title for publication in all_publications().values())
        raise Mendable(f"{name} is none of DfE's files that are known here. Known are: {titles}. {READ_AS}")
    if not best.measures:
        lacks = has_not(_named(best, table, part) for parts in best.lacks.values() for part in parts)
        raise Mendable(
            f"{name} is nearest to {best.publication.title}, but it {lacks}. Check that it is the whole file "
            f"as published. {READ_AS}"
        )
    sentences = tuple(
        f"{name} {has_not(_named(best, table, part) for part in parts)}, so {measure.title} is left out."
        for measure, parts in best.lacks.items()
        if parts
    )
    return Recognised(best.publication, best.read_by, _as_declared(best, table), best.measures, sentences)


def _readings(publication: Publication, table: DfeTable) -> Iterator[Reading]:
    """Read a file by the latest wording of a publication, by every earlier one, and by what its columns hold."""
    readings = [(wording, _headings(publication, wording, table)) for wording in (Wording(), *publication.wordings)]
    if by_content := told_by_content(publication, table, (*PLACE, "time_identifier", CATEGORY)):
        readings.append((Wording(headings=by_content), by_content))
    for wording, headings in readings:
        lacks = {measure: _lacking(publication, measure, headings, table) for measure in publication.measures}
        yield Reading(publication, wording, headings, lacks)


def _headings(publication: Publication, wording: Wording, table: DfeTable) -> dict[str, str]:
    """Return the columns that are there, each with its heading: by this wording, else by another not yet taken."""
    by_column: dict[str, str] = {}
    worded = [(column, wording.headings.get(column, column)) for column in publication.columns]
    otherwise = [(column, spelt) for column in publication.columns for spelt in publication.headings_of(column)]
    for column, spelt in (*worded, *otherwise):
        heading = table.headings.get(tidy(spelt))
        if heading and column not in by_column and heading not in by_column.values():
            by_column[column] = heading
    return by_column


def _lacking(
    publication: Publication, measure: Measure, headings: Mapping[str, str], table: DfeTable
) -> list[tuple[str, str]]:
    """Return what a file lacks for a measure: columns, or where none does the labels of its rows."""
    if lacking := [(column, "") for column in measure.columns if column not in headings]:
        return lacking
    return [
        (column, label)
        for column, label in measure.labels
        if not table.has_label(headings[column], publication.labels_of(label))
    ]


def _named(reading: Reading, table: DfeTable, part: tuple[str, str]) -> MissingPart:
    """Name what is not there by all its headings, and the nearest of those that are not read or of the labels."""
    column, label = part
    if label:
        return MissingPart(column, label, nearest=nearest([label], table.labels(reading.headings[column])))
    headings = reading.publication.headings_of(column)
    unread = [heading for heading in table.headings.values() if heading not in {*reading.headings.values(), *PLACE}]
    otherwise = tuple(f"{heading} in {editions}" for heading, editions in headings.items() if editions)
    return MissingPart(column, "", otherwise, nearest(headings, unread))


def _as_declared(reading: Reading, table: DfeTable) -> Rows:
    """Give rows the headings and labels of the declaration, whichever year's wording they have."""
    names = {column: table.headings[tidy(column)] for column in PLACE} | dict(reading.headings)
    publication = reading.publication
    declared = {label for measure in publication.measures for _, label in measure.labels}
    spelt = {known_by(spelling): label for label in declared for spelling in publication.labels_of(label)}
    labelled = [column for column in publication.label_columns if column in names]
    labels = {
        column: {cell: spelt.get(known, cell) for cell, known in table.labels(names[column]).items()}
        for column in labelled
    }
    return [
        {column: row[heading] for column, heading in names.items()}
        | {column: labels[column][row[names[column]]] for column in labelled}
        for row in table.rows
    ]
