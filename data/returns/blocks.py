"""How a census that goes to DfE as XML is built: which element is a row of which list, and on which day its year ends.

A block is an element that repeats; whatever else holds elements, such as ChildIdentifiers, only groups them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

ROOT, HEADER, REFERENCE_DATE = "Message", "Header", "ReferenceDate"


@dataclass(frozen=True)
class Block:
    """Declare an element that is a row: the list it is of, the block it stands in, and what is known by its place.

    `takes` names elements of the blocks around it, or of the header, that stand on its row, too. `counted` is the
    heading under which its place among those of its kind is written. `told_if_absent` says that where there is none,
    there was none; `since` is the first collection year that has it, where not every year had.
    """

    listing: str
    within: str = ""
    takes: Sequence[str] = ()
    counted: str = ""
    told_if_absent: bool = True
    since: str = ""


@dataclass(frozen=True, kw_only=True)
class Census:
    """Hold how the files of a collection are built: the element of each block, and the years that are read.

    `collection` is what the header calls it, `of_return` the return that its lists are of, and `rows_called` whom it
    counts. Its years, such as 2025/26, end on a day of a month: `ends` has the month and the day; `rule` is DfE's.
    """

    collection: str
    of_return: str
    title: str
    rows_called: str
    ends: tuple[int, int]
    years: Sequence[str]
    blocks: Mapping[str, Block]
    rule: str = ""

    @property
    def counted(self) -> frozenset[str]:
        """Return the blocks that stand in no other and that every such census has: whom it counts."""
        return frozenset(name for name, block in self.blocks.items() if not block.within and block.told_if_absent)

    def year_ending(self, day: date) -> str:
        """Return the year that ends on a day, written 2025/26."""
        return f"{day.year - 1}/{day.year % 100:02}"

    def last_day(self, year: str) -> date:
        """Return the day on which a year ends."""
        return date(int(year[:4]) + 1, *self.ends)
