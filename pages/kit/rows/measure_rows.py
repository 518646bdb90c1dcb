"""Measures in a table, a row each: what it does, its figure, its small chart, how it moved, its target, the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.paper.picture import Picture
from pages.kit.rows.measure import Measure
from pages.kit.rows.template import draw


@dataclass(frozen=True)
class Beside:
    """Hold who a measure is set beside: a strip of marks and its words, or, without one, in a word or two why not."""

    words: str
    strip: Picture | None = None


@dataclass(frozen=True)
class MeasureRow:
    """Hold a row whose every value is a word already: a measure, and what only a row has room for.

    `where` says what it belongs to; `year` how far it lies from a year before; `notes` are the sentences that unfold.
    `group` is the heading under which it stands, once for all rows of one group that follow each other.
    """

    measure: Measure
    where: str
    year: str
    beside: Beside
    notes: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True)
class Headings:
    """Hold what stands above the columns: the month, the two that are compared with it, and the years of others."""

    caption: str
    figure: str
    since: str
    year: str
    beside: str


def draw_finding(finding: str) -> None:
    """Draw what measures do, as the heading of what follows; what chance alone would do stands beside it."""
    first, _, rest = finding.partition(". ")
    draw("measure_finding", first=f"{first.rstrip('.')}." if first else "", rest=rest)


def draw_measure_rows(headings: Headings, rows: Sequence[MeasureRow], foot: str = "") -> None:
    """Draw rows in their order under their headings, and a line of explanation below them."""
    if rows:
        draw("measure_rows", headings=headings, rows=rows, foot=foot)


def draw_freshness(sentence: str, missing: str = "") -> None:
    """Draw in one line how fresh figures are; what is missing unfolds."""
    draw("freshness", sentence=sentence, missing=missing)
