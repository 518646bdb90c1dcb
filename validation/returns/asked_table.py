"""One list as it is asked: its rows, which of its columns are there, and the file and row of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas

from data.arrivals.made_extract import Together
from data.returns.declaration import Listing
from validation.files.opened_lists import OpenedList
from validation.files.opened_table import Opened
from validation.returns.extract_as_list import AsList
from validation.returns.list_rule import ListRule
from validation.rules.finding import Finding


@dataclass(frozen=True)
class AskedTable:
    """Hold a list's rows with their `origin`, and the file and row that each origin stands for.

    `subjects` says what each row is about. Where an extract stands for the list, `columns` gives its names for those
    of the list.
    """

    rows: pandas.DataFrame
    present: set[str]
    places: Mapping[int, tuple[Opened, int]]
    subjects: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)

    def holds(self, rule: ListRule, name: str, origin: int) -> bool:
        """Tell whether the file of an origin has the columns that a rule takes of its list; another year's may not."""
        file, _ = self.places[origin]
        taken = {column for listing, column in rule.places if listing == name}
        return not isinstance(file, OpenedList) or taken <= file.of.fed_by.keys()

    def finding(self, rule: ListRule, name: str, origin: int, sentence: str, rows_affected: int) -> Finding:
        """Say of the row of an origin in the list of a name that it breaks a rule."""
        file, row = self.places[origin]
        column = self.columns.get(rule.columns[name], rule.columns[name])
        identifier = f"{file.declared.name}.{column}.{rule.name}"
        if not isinstance(file, OpenedList):
            return file.finding(row, column, identifier, rule.severity, sentence, rows_affected, rule.number)
        heading = file.of.fed_by.get(column, column)
        finding = file.finding(row, heading, identifier, rule.severity, sentence, rows_affected, rule.number)
        return replace(finding, extract=file.keeper or None, subject=self.subjects[origin])


def of_list(arrived: Together, name: str, listing: Listing, lists: Sequence[OpenedList]) -> AskedTable:
    """Ask of a list that arrived; its years are combined, and each row is about what is the list's key."""
    combined, opened = arrived.lists[name], {one.of: one for one in lists}
    origins = combined.rows["origin"].tolist()
    seen = [arrived.origins[origin] for origin in origins]
    places = {origin: (opened[of], row) for origin, (of, row) in zip(origins, seen, strict=True)}
    keys = zip(*(combined.rows[column].fillna("") for column in listing.key or listing.known_by[:1]), strict=True)
    return AskedTable(combined.rows, combined.present, places, dict(zip(origins, map(", ".join, keys), strict=True)))


def of_extract(file: Opened, as_list: AsList, listing: Listing, first: int) -> AskedTable:
    """Ask of an extract in our own layout that stands for a list; its origins are counted from `first`.

    A column that is blank throughout is one that is not there: what nobody asked for is not missing. Days may all be.
    """
    rows = as_list.rows_of(file.table, listing).assign(origin=range(first, first + len(file.table)))
    places = {first + place: (file, int(row)) for place, row in enumerate(file.table.index)}
    return AskedTable(rows, as_list.present_in(rows, listing), places, columns=as_list.columns)
