"""Which publication a file is, by what stands in it and not by its name; and what is missing where it is half one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from data.errors import Mendable
from data.parsing.spelling import tidy
from data.published.publication import Measure, Publication, all_publications

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


@dataclass(frozen=True)
class Recognised:
    """Hold what a file was recognised as: the measures that can be read, and a sentence for each that cannot."""

    publication: Publication
    measures: tuple[Measure, ...]
    missing: tuple[str, ...]


def recognised(name: str, rows: pd.DataFrame) -> tuple[Recognised, pd.DataFrame]:
    """Return what a file is, and its rows under the headings and labels that the declarations use.

    Raises:
        Mendable: where it is none that is known, naming the nearest and what it lacks; or where columns of place lack.
    """
    if lacking := [column for column in PLACE if tidy(column) not in {tidy(str(each)) for each in rows.columns}]:
        raise Mendable(
            f"{name} has no column {', '.join(lacking)}, so it is not a file of figures as DfE publishes them. "
            "Download the csv from Explore education statistics and give it as it comes."
        )
    tried = []
    for publication in all_publications().values():
        told = _as_declared(publication, rows)
        missing = {each: _why_not(each, told) for each in publication.measures}
        tried.append((sum(not why for why in missing.values()), publication, told, missing))
    found, publication, told, missing = max(tried, key=lambda each: each[0])
    if not found:
        raise Mendable(_unknown(name, [each[1] for each in tried], rows))
    readable = tuple(each for each, why in missing.items() if not why)
    said = tuple(f"{name} {why}, so {each.title} is left out." for each, why in missing.items() if why)
    return Recognised(publication, readable, said), told


def _as_declared(publication: Publication, rows: pd.DataFrame) -> pd.DataFrame:
    """Give a file the headings and labels of the declaration, whichever year's wording it has."""
    wanted = [*PLACE, *dict.fromkeys(column for each in publication.measures for column in each.columns)]
    arrived = {tidy(str(each)): each for each in rows.columns}
    names: dict[str, str] = {}
    for column in wanted:
        spellings = [tidy(each) for each in (column, *publication.also.get(column, []))]
        if heading := next((arrived[each] for each in spellings if each in arrived), None):
            names[column] = heading
    told = pd.DataFrame({column: rows[heading] for column, heading in names.items()})
    for column in {column for each in publication.measures for column in each.where}:
        if column in told:
            told[column] = told[column].map(_labels_of(publication.name)).fillna(told[column])
    return told


@cache
def _labels_of(publication: str) -> "_Labels":
    """Return how the labels of a publication are written in its declaration."""
    declared = all_publications()[publication]
    labels = {label for each in declared.measures for label in (*each.where.values(), *each.out_of.values())}
    return _Labels({tidy(each): label for label in labels for each in (label, *declared.also_labelled.get(label, []))})


class _Labels(dict[str, str]):
    """Look a label up by its letters and digits alone."""

    def __init__(self, spellings: Mapping[str, str]):
        """Take each label by its tidied spelling."""
        super().__init__()
        self._spellings = spellings

    def __missing__(self, written: str) -> str:
        """Return the label as declared, or as it was written."""
        return self.setdefault(written, self._spellings.get(tidy(written), written))


def _why_not(measure: Measure, rows: pd.DataFrame) -> str:
    """Say what a file lacks for a measure; nothing where it can be read."""
    if lacking := [each for each in measure.columns if each not in rows]:
        return f"has no column {', '.join(lacking)}"
    for labels in (measure.where, measure.out_of):
        for column, label in labels.items():
            if label not in set(rows[column].unique()):
                return f'has no row whose {column} is "{label}"'
    return ""


def _unknown(name: str, publications: Sequence[Publication], rows: pd.DataFrame) -> str:
    """Say that a file is none that is known, and what the one lacks that it is nearest to."""
    held = {tidy(str(each)) for each in rows.columns}

    def alike(publication: Publication) -> int:
        columns = {column for each in publication.measures for column in each.columns}
        return sum(tidy(each) in held for each in columns)

    nearest = max(publications, key=alike)
    if not alike(nearest):
        known = "; ".join(each.title for each in publications)
        return f"{name} is none of DfE's files that are known here. Known are: {known}."
    reasons = "; ".join(dict.fromkeys(_why_not(each, _as_declared(nearest, rows)) for each in nearest.measures))
    return f"{name} is nearest to {nearest.title}, but it {reasons}. Check that it is the whole file as published."
