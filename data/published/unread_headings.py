"""Headings that could not be read at their source, told by what they hold, and never by their place in a file.

A heading with the name of the column within it, the only one, is that column. Where a share is wanted and none is so
named, three columns of numbers are its halves and the share if in the rows of authorities the first over the second
gives the third, and no other three do.
"""

from collections.abc import Sequence
from itertools import permutations

from data.heading_spelling import tidy
from data.published.areas import LOCAL_AUTHORITY
from data.published.dfe_publication import REASONS, Measure, Publication
from data.published.dfe_table import CATEGORY, DfeTable
from data.units import scale_of

ENOUGH_ROWS = 20
"""In fewer rows than these a share may come out by chance."""
FEWEST_SHARES = 3
MAY_CONTRADICT = 0.01
"""So small a share of a release may contradict itself: DfE's do, in two figures of a thousand."""
MOST_COLUMNS = 8
"""A file of more columns of numbers than these is not tried."""
SHARES = ("percent", "rate", "perc", "pct")
Numbers = Sequence[float | None]
"""A column of numbers; a word in the place of one is None."""


def told_by_content(publication: Publication, table: DfeTable, known: Sequence[str]) -> dict[str, str]:
    """Return the headings of a publication by column, where the file speaks of it; nothing where they are not certain.

    `known` are the columns of place, which are none of them.
    """
    labels = [
        label for heading in table.headings.values() if tidy(heading) == CATEGORY for label in table.labels(heading)
    ]
    if not publication.told_by or not any(publication.told_by in tidy(text) for text in (*table.headings, *labels)):
        return {}
    unread = [heading for heading in table.headings.values() if heading not in known]
    named = {column: heading for column in publication.columns if (heading := _named(column, unread))}
    if len(named) == len(publication.columns):
        return named
    shares = [measure for measure in publication.measures if measure.value and measure.numerator]
    return _halves_of(shares[0], table, unread) if len(shares) == 1 else {}


def _named(column: str, headings: Sequence[str]) -> str:
    """Return the only heading that has the name of a column within it and is no share; nothing where several have."""
    counts = [heading for heading in headings if not any(share in tidy(heading) for share in SHARES)]
    having = [heading for heading in counts if tidy(column) in tidy(heading)]
    return having[0] if len(having) == 1 else ""


def _halves_of(measure: Measure, table: DfeTable, headings: Sequence[str]) -> dict[str, str]:
    """Return which headings are the halves and the value of a measure, if one way alone holds."""
    rows = [row for row in table.rows if row["geographic_level"].strip() == LOCAL_AUTHORITY]
    numbers = {heading: column for heading in headings if (column := _numbers([row[heading] for row in rows]))}
    if len(numbers) > MOST_COLUMNS:
        return {}
    ways = [way for way in permutations(numbers, 3) if _gives(measure, *(numbers[heading] for heading in way))]
    columns = (measure.numerator, measure.denominator, measure.value)
    return dict(zip(columns, ways[0], strict=True)) if len(ways) == 1 else {}


def _numbers(cells: Sequence[str]) -> list[float | None]:
    """Return a column as numbers; nothing where it is no column of numbers."""
    written = [cell.strip().casefold().replace(",", "") for cell in cells]
    try:
        return [None if cell in REASONS else float(cell) for cell in written]
    except ValueError:
        return []


def _gives(measure: Measure, above: Numbers, below: Numbers, value: Numbers) -> bool:
    """Tell whether two columns give a third in all but a few rows that have all three, and not by being all alike."""
    rows = [
        (over, under, share)
        for over, under, share in zip(above, below, value, strict=True)
        if over is not None and share is not None and under
    ]
    step = 0.5 * 10**-measure.decimals + 1e-9
    otherwise = [
        row for row in rows if row[0] > row[1] or abs(row[0] / row[1] * scale_of(measure.unit) - row[2]) > step
    ]
    alike = len({share for *_, share in rows}) < FEWEST_SHARES
    return len(rows) >= ENOUGH_ROWS and not alike and len(otherwise) <= MAY_CONTRADICT * len(rows)
