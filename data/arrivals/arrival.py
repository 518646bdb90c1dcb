"""A table as it arrived: text only, under the headings as they were written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas


@dataclass(frozen=True, eq=False)
class Arrival:
    """Hold one table of a file; `rows` is text with None for missing, its index the row number a person sees.

    Beside `rows` stand, by row number, `ragged` (how many fields a row has that has not `width` of them) and `footers`
    (how a total or a closing line begins), of which `totals` hold nothing but a total and `headings_again` the headings
    once more. `hidden` names sheets that were not read; `hidden_rows` (by a filter where `filtered`) and
    `hidden_columns` were read though nobody sees them; `merged` gives headings with the merged cells under them.
    `from_1904` says that the workbook counts its days from 1904. `year` is the collection year, such as 2025/26, that
    the file says it is of, where it has a place for that; `latest_only` says that it tells how things stand, and
    vouches for nothing that went before. `refusal` says why nothing of it
    could be read.
    """

    file: str
    sheet: str
    rows: pandas.DataFrame
    blank: int
    notes: tuple[str, ...] = ()
    width: int = 0
    ragged: Mapping[int, int] = field(default_factory=dict)
    footers: Mapping[int, str] = field(default_factory=dict)
    totals: tuple[int, ...] = ()
    headings_again: tuple[int, ...] = ()
    hidden: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    filtered: bool = False
    hidden_columns: tuple[str, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    from_1904: bool = False
    refusal: str = ""
    year: str = ""
    latest_only: bool = False

    @property
    def where(self) -> str:
        """Name the file, and the sheet where there is one."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file
