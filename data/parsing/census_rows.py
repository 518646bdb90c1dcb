"""The rows of a census as they are gathered: a record of each block, and the columns that its records come to."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from data.errors import Mendable
from data.heading_spelling import tidy
from data.parsing.file_table import BATCH, Table, Texts
from data.returns.blocks import Block
from data.returns.declaration import Listing

FIRST_ROW = 2
"""Where the headings of a list stand on row 1, as in the workbook that is handed back."""
LEA = "LEA"
MOST_UNKNOWN = 100
"""Elements that no year of the census has: a file with more of them is none."""


@dataclass(slots=True)
class Record:
    """Hold a block of one child: its values by heading, its place among its kind, and the blocks within it."""

    block: str
    depth: int
    number: int = 1
    values: dict[str, str] = field(default_factory=dict)
    below: list["Record"] = field(default_factory=list)
    counts: Counter = field(default_factory=Counter)

    def next_number(self, block: str) -> int:
        """Count one more of a kind of block within this one."""
        self.counts[block] += 1
        return self.counts[block]

    def laid_out(
        self, blocks: Mapping[str, Block], around: Mapping[str, str] | None = None
    ) -> Iterator[tuple[str, dict[str, str]]]:
        """Give this block and all within it, each with its values and what it takes from around it."""
        block = blocks[self.block]
        taken = {name: around[name] for name in block.takes if around and name in around}
        values = {**taken, **self.values}
        if block.counted:
            values[block.counted] = str(self.number)
        yield self.block, values
        inherited = {**(around or {}), **values}
        for record in self.below:
            yield from record.laid_out(blocks, inherited)


class Rows:
    """Gather the rows of one list into columns, a batch at a time."""

    def __init__(self, file_name: str, listing: Listing, block: Block) -> None:
        """Begin with the columns of a list, each under its present heading."""
        self.file_name, self.listing, self.block = file_name, listing, block
        self.count = 0
        self._batch: list[dict[str, str]] = []
        self._columns = {column.headings[0]: Texts(column.headings[0]) for column in listing.columns.values()}
        self._headings = {
            tidy(heading): column.headings[0] for column in listing.columns.values() for heading in column.headings
        }

    def heading(self, element: str) -> str:
        """Return the heading under which an element stands, however its year spells it."""
        return self._headings.get(tidy(element), element)

    def add(self, values: dict[str, str]) -> None:
        """Add a row."""
        self.count += 1
        self._batch.append(values)
        if len(self._batch) >= BATCH:
            self._flush()

    def table(self, authority: str, year: str, notes: list[str]) -> Table:
        """Return the rows of a year as a table, each with the number of its authority."""
        self._flush()
        self._columns[LEA] = _filled(LEA, authority, self.count)
        columns = list(self._columns.values())
        numbers = array("I", range(FIRST_ROW, FIRST_ROW + self.count))
        places = list(range(len(columns)))
        return Table(self.listing.title, len(columns), columns, numbers, 0, {}, {}, notes, places, year=year)

    def _flush(self) -> None:
        if not self._batch:
            return
        before = self.count - len(self._batch)
        new = dict.fromkeys(name for values in self._batch for name in values if name not in self._columns)
        if len(new) + len(self._columns) > MOST_UNKNOWN:
            raise Mendable(
                f"{self.file_name}: {self.listing.title} has more than {MOST_UNKNOWN} kinds of elements, and the "
                "census has no thirty. Export the return again from the case system."
            )
        for name in new:
            self._columns[name] = _filled(name, "", before)
        for name, column in self._columns.items():
            column.add([values.get(name, "") for values in self._batch])
        self._batch = []


def _filled(heading: str, value: str, count: int) -> Texts:
    column = Texts(heading)
    if count:
        column.add([value])
        column.places.extend(array("I", [0]) * (count - 1))
    return column
