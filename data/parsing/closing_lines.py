"""Rows that are no rows of data: totals and subtotals, and what reports write under their tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

FOOTER = re.compile(
    r"(?:(?:grand |sub-?)?totals?\b|end of (?:report|file|extract|data|list)\b|page \d+\b|(?:row|record) count\b"
    r"|(?:report|extract|data) (?:run|date|generated|produced|as at|as of|extracted|refreshed)\b"
    r"|(?:generated|printed|produced|run|extracted|exported|filtered) (?:by|on|at|from)\b|(?:number|count) of\b"
    r"|\d[\d,]* (?:rows?|records?|children)\b|notes?:|source:|(?:no )?(?:applied )?filters?(?: applied)?\s?:"
    r"|no filters applied\b|parameters?\s?:|last (?:refreshed|updated|run)\b|as at \d|official(?:[ -:]|$)|©"
    r"|copyright\b)",
    re.IGNORECASE,
)
TOTAL = re.compile(
    r"(?:.{1,60}\W)?(?:(?:grand |overall )?(?:sub-?)?totals?|(?:grand )?(?:count|average|sum))"
    r"(?:\W.{0,60})?",
    re.IGNORECASE | re.DOTALL,
)
"""The word beside the numbers of a total or a subtotal, as people and Excel write it: North Total, Grand Count."""
NUMBER = re.compile(r"[-+£]?\d[\d,]*(?:\.\d+)?%?")
WORD = re.compile(r"[^\W\d_]{4,}")
"""A word that stands alone, such as Confidential; shorter ones may be codes, and identifiers have digits."""
SEPARATING = ",;|\t"
LONGEST_SHOWN = 40
A_FEW_COLUMNS = 4


@dataclass(frozen=True)
class Closing:
    """Say how a row begins that is no row of data, and whether it holds nothing but a total."""

    begins: str
    is_total: bool


def _is_well_filled(record: Sequence[str], width: int) -> bool:
    """Tell at a glance that a row fills more than half of its table; where a field holds but spaces, it is not told."""
    return (len(record) - record.count("")) * 2 > width and not any(map(str.isspace, record))


def closing_line(record: Sequence[str], width: int) -> Closing | None:
    """Return what a row is of a table of some width that is a total or a closing line; None for a row of data.

    A row that fills more than half of its table is always data; so is what has no words alone in it.
    """
    if _is_well_filled(record, width):
        return None
    filled = [" ".join(text.split()).lstrip("*-=_# ") for text in record if text and not text.isspace()]
    if len(filled) * 2 > width:
        return None
    words = [text for text in filled if not NUMBER.fullmatch(text)]
    if len(words) == 1 and TOTAL.fullmatch(words[0]):
        return Closing(words[0][:LONGEST_SHOWN].rstrip(), True)
    alone = len(filled) == 1 and width >= A_FEW_COLUMNS and (" " in filled[0] or bool(WORD.fullmatch(filled[0])))
    alone = alone and 2 * max(filled[0].count(mark) for mark in SEPARATING) < width  # else it is a row of another kind
    return Closing(filled[0][:LONGEST_SHOWN].rstrip(), False) if alone or FOOTER.match(filled[0]) else None
