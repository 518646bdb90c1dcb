"""What is to be judged: a table that is one of our extracts, its rows typed, and where each of them stands."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pandas

from data.arrivals import UNREADABLE, Arrival, Recognised
from data.arrivals.column_texts import ColumnTexts
from data.arrivals.made_extract import Made, UnreadableCell
from data.arrivals.origins import Origin, RowOrigins
from data.extract import Column, Declared
from data.heading_spelling import tidy
from validation.files.check_result import CheckedFile
from validation.rules.finding import Finding


@dataclass(frozen=True, eq=False)
class Opened:
    """Keep what is to be judged: the arrival, the extract it is, its typed rows.

    `repeated` gives, for each row that says the same as an earlier one, that earlier row; it is not in `table`. What
    was made of a return keeps that, and its `places`: the rows of lists that each of its rows is made of.
    """

    arrival: Arrival
    recognised: Recognised
    table: pandas.DataFrame
    repeated: Mapping[int, int]
    sha256: str
    places: RowOrigins = field(default_factory=RowOrigins.none)
    made: Made | None = None

    def texts_of(self, name: str) -> ColumnTexts:
        """Return what was written in a column on the rows that are to be judged, looked at once."""
        if name not in self._texts:
            self._texts[name] = ColumnTexts.of(self._judged[name])
        return self._texts[name]

    @cached_property
    def _texts(self) -> dict[str, ColumnTexts]:
        return {}

    def values_of(self, name: str) -> dict[int, Any]:
        """Return what was read of a column, by row, where anything could be."""
        return _by_row(self.table[name])

    def blanks_of(self, name: str) -> dict[int, str]:
        """Return what was written in a column and read as blank, by row."""
        read = self.table[name].notna() | self.table[UNREADABLE + name].notna()
        return _by_row(self._judged[name].mask(read))

    @property
    def written(self) -> Mapping[str, type[Column]]:
        """Return the columns whose texts were written here, with what each holds; none of what was made of lists."""
        return {} if self.made else {column.name: type(column) for column in self.declared.columns}

    def arrived_under(self, name: str) -> str:
        """Return the heading under which a column arrived; its own name where none did."""
        return self.recognised.fed_by.get(name, name)

    @cached_property
    def _judged(self) -> pandas.DataFrame:
        """Return the texts of the rows that are to be judged."""
        rows = self.recognised.rows
        return rows.loc[self.table.index] if self.repeated else rows

    def places_of(self, row: int) -> list[tuple[str, str, int]]:
        """Return the file, the sheet and the row number of each place where a person finds a row, the first first."""
        if row not in self.places:
            return [(self.arrival.file, self.arrival.sheet, row)]
        return [(of.arrival.file, of.arrival.sheet, seen) for of, seen in self.places[row]]

    def rows_at(self, places: Collection[tuple[str, str, int | None]]) -> list[int]:
        """Return the rows that stand at one of some places."""
        if not places:
            return []
        if not self.places:
            here = (self.arrival.file, self.arrival.sheet)
            return self.table.index.intersection([row for *of, row in places if (*of,) == here]).tolist()
        return [row for row in self.table.index if not set(self.places_of(row)).isdisjoint(places)]

    def _place_of(self, row: int | None, column: str | None) -> tuple[str, str, int | None, str | None]:
        """Return the file, the sheet, the row number and the heading where a person finds a column of a row.

        Of several columns, with commas between, it is the place of the first, with the headings of all.
        """
        if self.made is not None and column is not None and (row is None or row in self.places):
            return self._place_in_lists(self.made, row, column.split(", "))
        if row is None:
            return self.arrival.file, self.arrival.sheet, None, column
        return *self.places_of(row)[0], column

    def _place_in_lists(self, made: Made, row: int | None, columns: Sequence[str]) -> tuple[str, str, int | None, str]:
        """Return where a person finds columns in the lists that this was made of; of no one row, where any stands."""
        if row is None:
            headings = [made.column_of(name) for name in columns]
            arrival, seen = headings[0][0].arrival, None
        else:
            cells = [made.place_of(row, self.places[row], name) for name in columns]
            headings = [(of, heading) for (of, _), several in cells for heading in several]
            arrival, seen = headings[0][0].arrival, cells[0][0][1]
        return arrival.file, arrival.sheet, seen, ", ".join(dict.fromkeys(heading for _, heading in headings))

    def heading_of(self, row: int | None, column: str, beside: str | None = None) -> str:
        """Name a column of a row as a person finds it; with its place, unless that is where the column `beside` is."""
        file, sheet, seen, heading = self._place_of(row, column)
        if row is None or self.made is None or (file, sheet, seen) == self._place_of(row, beside)[:3]:
            return str(heading)
        return f"{heading} on row {seen} of {f'{file}, sheet {sheet}' if sheet else file}"

    def row_seen_from(self, row: int | None, another: int) -> str:
        """Say where a person finds a row who looks at one: its number, and its file where that is another."""
        file, sheet, seen = self.places_of(another)[0]
        if row is None or (file, sheet) == self.places_of(row)[0][:2]:
            return str(seen)
        return f"{seen} of {f'{file}, sheet {sheet}' if sheet else file}"

    @property
    def called(self) -> str:
        """Name the file in a sentence about another: as an extract, or as the list that it was made of first."""
        if self.made is None:
            return f"the {self.declared.title.lower()} extract"
        return f"the list {self.made.lists[0].listing.title}"

    def is_told_in_its_list(self, row: int, column: str, text: str) -> bool:
        """Tell whether what is wrong with a column of a row is that a cell of a list could not be read."""
        cells = self._unreadable_cells.get(row, ())
        return any(cell.text == text or self.made.feeds(cell, column) for cell in cells if self.made)

    @cached_property
    def _unreadable_cells(self) -> Mapping[int, Sequence[UnreadableCell]]:
        """Return the cells that could not be read in the lists that a row was made of."""
        cells: dict[Origin, list[UnreadableCell]] = {}
        for cell in self.made.unreadable if self.made else ():
            cells.setdefault((cell.listing, cell.row), []).append(cell)
        if not cells:
            return {}
        return {row: [cell for place in places for cell in cells.get(place, ())] for row, places in self.places.items()}

    @property
    def of_return(self) -> bool:
        """Tell whether this is a list of a return, or was made of such lists."""
        return self.made is not None or not self.declared.columns

    @property
    def aside(self) -> int:
        """Count the rows that are not to be judged: ragged ones, closing lines and repetitions."""
        return len(self.arrival.ragged) + len(self.arrival.footers) + len(self.repeated)

    @property
    def declared(self) -> Declared:
        """Return the declaration of the extract that the arrival is."""
        return self.recognised.declared

    def as_checked(self) -> CheckedFile:
        """Account for the rows before any is judged: all of them set aside."""
        read_as = [
            f'"{heading}" read as {column}'
            for column, heading in self.recognised.fed_by.items()
            if tidy(heading) != tidy(column)
        ]
        counted = account(self.arrival, self.sha256)
        notes = (*counted.notes, *read_as)
        checked = replace(counted, extract=self.declared.name, ignored=self.recognised.ignored, notes=notes)
        if self.made is None:
            missing = self.recognised.missing_required
            return replace(
                checked, fed_by=self.recognised.fed_by, missing=missing, lacking=self.recognised.missing_other
            )
        made_of = tuple(listing.title for listing in self.made.lists)
        return replace(checked, made_of=made_of, whole_from=self.made.whole_from, lacking=self.made.lacking)

    def finding(
        self,
        row: int | None,
        column: str | None,
        rule: str,
        severity: str,
        message: str,
        rows_affected: int = 1,
        dfe_rule: str = "",
    ) -> Finding:
        """Make a finding about a row of this file, or about the file where `row` is None."""
        file, sheet, seen, column = self._place_of(row, column)
        place = ", ".join(part for part in (column or "", f"row {seen}" if seen is not None else "") if part)
        where = f"{file}, sheet {sheet}" if sheet else file
        subject = "" if row is None else self._subject(row)
        details = (f"{place or where}: {message}", rows_affected, self.declared.name, dfe_rule, subject)
        return Finding(file, sheet, seen, column, rule, severity, *details)

    def _subject(self, row: int) -> str:
        """Return what a row is about: its own identifier, or else what only one row may hold together."""
        if row not in self.table.index:
            return ""
        place = self.table.index.get_loc(row)
        return ", ".join(column[place] for column in self._key)

    @cached_property
    def _key(self) -> Sequence[Any]:
        """Return the columns by which a row is known, as texts."""
        unique = [column.name for column in self.declared.columns if column.unique]
        names = unique[:1] or self.declared.one_row_per
        return [self.table[name].astype("str").fillna("").to_numpy(object) for name in names]


def _by_row(column: Any) -> dict[int, Any]:
    """Return what is not blank in a column, by row."""
    filled = column.dropna()
    return dict(zip(filled.index.tolist(), filled.tolist(), strict=True))


def repeated_rows(recognised: Recognised) -> dict[int, int]:
    """Return the rows that repeat an earlier row in every column, where the extract may hold a thing only once."""
    declared, rows = recognised.declared, recognised.rows
    once = declared.one_row_per or declared.one_open_per or any(column.unique for column in declared.columns)
    again = rows.duplicated()
    if not once or not again.any():
        return {}
    groups = rows.groupby(list(rows.columns), dropna=False, sort=False).ngroup()
    first = dict(zip(groups[~again], groups.index[~again], strict=True))
    return {row: first[group] for row, group in groups[again].items()}


def account(arrival: Arrival, digest: str) -> CheckedFile:
    """Account for the rows of an arrival before any is judged: all of them set aside."""
    rows = len(arrival.rows) + len(arrival.ragged) + len(arrival.footers)
    return CheckedFile(
        arrival.file,
        arrival.sheet,
        digest,
        rows=rows + arrival.blank,
        set_aside=rows,
        blank=arrival.blank,
        notes=arrival.notes,
    )
