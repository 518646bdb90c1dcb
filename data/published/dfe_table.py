"""A file of DfE's as it was read: rows of text, its headings and labels known by their letters and digits alone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from data.errors import Mendable
from data.heading_spelling import tidy

Rows = list[dict[str, str]]
CATEGORY = "category"
"""The column in which files of the children in need census name their publication."""
YEAR_END = re.compile(r"\bat (?=31 March\b)", re.IGNORECASE)


@dataclass(frozen=True)
class DfeTable:
    """Hold the rows of a file under its headings."""

    rows: Rows
    _labels: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def headings(self) -> dict[str, str]:
        """Return the headings by their letters and digits."""
        return {tidy(heading): heading for heading in (self.rows[0] if self.rows else {})}

    def labels(self, heading: str) -> dict[str, str]:
        """Return the labels that stand under a heading, each with what it is known by."""
        if heading not in self._labels:
            self._labels[heading] = {cell: known_by(cell) for cell in {row[heading] for row in self.rows}}
        return self._labels[heading]

    def has_label(self, heading: str, spellings: Iterable[str]) -> bool:
        """Tell whether a label stands under a heading, in any of its spellings."""
        return not {known_by(spelling) for spelling in spellings}.isdisjoint(self.labels(heading).values())

    def renamed(self, name: str, read_as: Mapping[str, str]) -> "DfeTable":
        """Return the table under other headings: `read_as` says which column a heading of the file stands for.

        Raises:
            Mendable: where the file has no such heading, or has a column of that name already.
        """
        for heading, column in read_as.items():
            if tidy(heading) not in self.headings:
                raise Mendable(f'{name} has no heading "{heading}". It has: {", ".join(self.headings.values())}.')
            if tidy(column) in self.headings:
                raise Mendable(f'{name} has a column {column} already. "{heading}" cannot stand for it, too.')
        columns = {self.headings[tidy(heading)]: column for heading, column in read_as.items()}
        return DfeTable([{columns.get(heading, heading): cell for heading, cell in row.items()} for row in self.rows])


def known_by(label: str) -> str:
    """Reduce a label to its letters and digits; DfE wrote "at 31 March" and now writes "on 31 March"."""
    return tidy(YEAR_END.sub("on ", label))
