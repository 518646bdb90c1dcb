"""Which publication a file is, by what stands in it and not by its name; and what is missing where it is half one."""

from collections.abc import Mapping
from dataclasses import dataclass

from data.errors import Mendable
from data.heading_spelling import tidy
from data.published.dfe_publication import Measure, Publication, all_publications

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
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Recognised:
    """Hold what a file was recognised as, its rows under the declared headings and labels, and what it lacks.

    `measures` are those that can be read; `missing` has a sentence for each that cannot.
    """

    publication: Publication
    rows: Rows
    measures: tuple[Measure, ...]
    missing: tuple[str, ...]


def recognised(name: str, rows: Rows) -> Recognised:
    """Return what a file is.

    Raises:
        Mendable: where it is none that is known, naming the nearest and what it lacks; or where columns of place lack.
    """
    headings = {tidy(heading): heading for heading in (rows[0] if rows else {})}
    if lacking := [column for column in PLACE if tidy(column) not in headings]:
        raise Mendable(
            f"{name} has no column {', '.join(lacking)}, so it is not a file of figures as DfE publishes them. "
            "Download the csv from Explore education statistics and give it as it comes."
        )
    columns = {column for publication in all_publications().values() for column in _label_columns(publication)}
    labels = {column: _told(rows, headings[tidy(column)]) for column in columns if tidy(column) in headings}
    lacks = {
        publication.name: [_why_not(publication, measure, headings, labels) for measure in publication.measures]
        for publication in all_publications().values()
    }
    publication = min(
        all_publications().values(),
        key=lambda candidate: (lacks[candidate.name].count("") == 0, -_alike(candidate, headings)),
    )
    missing = dict(zip(publication.measures, lacks[publication.name], strict=True))
    readable = tuple(measure for measure, why in missing.items() if not why)
    if not _alike(publication, headings):
        titles = "; ".join(publication.title for publication in all_publications().values())
        raise Mendable(f"{name} is none of DfE's files that are known here. Known are: {titles}.")
    if not readable:
        raise Mendable(
            f"{name} is nearest to {publication.title}, but it {'; '.join(dict.fromkeys(missing.values()))}. "
            "Check that it is the whole file as published."
        )
    sentences = tuple(f"{name} {why}, so {measure.title} is left out." for measure, why in missing.items() if why)
    return Recognised(publication, _as_declared(publication, rows, headings), readable, sentences)


def _alike(publication: Publication, headings: Mapping[str, str]) -> int:
    """Count the columns of a publication that a file has."""
    return len(_headings(publication, headings))


def _headings(publication: Publication, headings: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a publication's measures that are there, each with the heading it arrived under."""
    wanted = dict.fromkeys(column for measure in publication.measures for column in measure.columns)
    spelt = {column: [tidy(spelling) for spelling in (column, *publication.also.get(column, []))] for column in wanted}
    return {
        column: next(headings[name] for name in names if name in headings)
        for column, names in spelt.items()
        if any(name in headings for name in names)
    }


def _as_declared(publication: Publication, rows: Rows, headings: Mapping[str, str]) -> Rows:
    """Give rows the headings and labels of the declaration, whichever year's wording they have."""
    names = {column: headings[tidy(column)] for column in PLACE} | _headings(publication, headings)
    also = publication.also_labelled
    declared = {
        label for measure in publication.measures for label in (*measure.where.values(), *measure.out_of.values())
    }
    spelt = {tidy(spelling): label for label in declared for spelling in (label, *also.get(label, []))}
    labelled = [column for column in _label_columns(publication) if column in names]
    labels = {
        column: {cell: spelt.get(tidy(cell), cell) for cell in {row[names[column]] for row in rows}}
        for column in labelled
    }
    return [
        {column: row[heading] for column, heading in names.items()}
        | {column: labels[column][row[names[column]]] for column in labelled}
        for row in rows
    ]


def _told(rows: Rows, heading: str) -> set[str]:
    """Return the labels that stand in a column, tidied."""
    return {tidy(cell) for cell in {row[heading] for row in rows}}


def _label_columns(publication: Publication) -> set[str]:
    """Return the columns whose labels tell one figure from another."""
    return {column for measure in publication.measures for column in measure.where}


def _why_not(
    publication: Publication, measure: Measure, headings: Mapping[str, str], labels: Mapping[str, set[str]]
) -> str:
    """Say what a file lacks for a measure; nothing where it can be read."""
    matches = _headings(publication, headings)
    if lacking := [column for column in measure.columns if column not in matches]:
        return f"has no column {', '.join(lacking)}"
    for column, label in (*measure.where.items(), *measure.out_of.items()):
        if not {tidy(spelling) for spelling in (label, *publication.also_labelled.get(label, []))} & labels[column]:
            return f'has no row whose {column} is "{label}"'
    return ""
