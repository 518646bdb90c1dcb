"""What a workbook that was handed back to be mended is known by when it comes again: a sheet and a column of ours."""

from collections.abc import Iterable, MutableSequence, Sequence
from itertools import islice

FINDINGS, WHAT_TO_MEND = "Findings", "What to mend"
HEADINGS = ("Severity", "Rule", "Sheet", "Column", "Rows", "What was found, and what to do")
"""The headings of the sheet of findings, by which it is known as ours."""
FIRST_LINES = 10
"""The headings of the sheet of findings stand within so many of its first lines."""


def is_sheet_of_findings(name: str, records: Iterable[Sequence[str]]) -> bool:
    """Tell whether a sheet is that of the findings, which was made here and holds no rows of anybody's."""
    if not name.casefold().startswith(FINDINGS.casefold()):
        return False
    return any(tuple(record[: len(HEADINGS)]) == HEADINGS for record in islice(records, FIRST_LINES))


def remarks_at(headings: Sequence[str]) -> int | None:
    """Return the place of the column that says what to mend, or None where there is none."""
    return headings.index(WHAT_TO_MEND) if WHAT_TO_MEND in headings else None


def without_remark(record: Sequence[str], place: int) -> Sequence[str]:
    """Return a row as it was before there was a remark beside it: each of its fields at its own place."""
    if len(record) <= place or not record[place]:
        return record
    fields: MutableSequence[str] = list(record)
    fields[place] = ""
    return fields
