"""What charts are drawn from: each point a record of its place, its value, and the words that say the same."""

from typing import NamedTuple


class Bar(NamedTuple):
    """Hold a bar: its group, its value in the unit of the figure, and the label that says figure and counts."""

    group: str
    value: float | None
    label: str


class MonthPoint(NamedTuple):
    """Hold a month of a line: its first day as 2026-10-01, its name, its value or None for a gap, and its words."""

    day: str
    month: str
    value: float | None
    words: str


class DatedPoint(NamedTuple):
    """Hold a value of a day, as 2026-10-31, and its words; None is a gap."""

    day: str
    value: float | None
    words: str


class DatedSeries(NamedTuple):
    """Hold values of days under one name."""

    name: str
    points: tuple[DatedPoint, ...]


class YearMark(NamedTuple):
    """Hold a published year: its name, the lowest and highest that the figure may be, and its words."""

    year: str
    low: float | None
    high: float | None
    words: str


class YearSeries(NamedTuple):
    """Hold published years under one name."""

    name: str
    marks: tuple[YearMark, ...]


class CurvePoint(NamedTuple):
    """Hold a point of a curve: how many months after the start, its value in per cent, and both in words."""

    months: float
    value: float
    words: str


class Curve(NamedTuple):
    """Hold a curve under its name."""

    name: str
    points: tuple[CurvePoint, ...]


class FunnelDot(NamedTuple):
    """Hold an authority in a funnel: its size, its value, its words, and its kind: ours, beside or other."""

    size: float
    value: float
    words: str
    kind: str


class LimitPoint(NamedTuple):
    """Hold where a limit of a funnel lies for a size."""

    size: float
    value: float


class FunnelLimit(NamedTuple):
    """Hold a limit of a funnel: its name, blank for the second of a pair, its dash, and its points."""

    name: str
    dash: str
    points: tuple[LimitPoint, ...]


class GridCell(NamedTuple):
    """Hold a cell of a grid: its share from 0 to 1, or None, and its word."""

    share: float | None
    word: str
