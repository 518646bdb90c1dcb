"""Years, days, curves and funnels on paper: the same records as on the screen, and the same shapes and dashes."""

from collections.abc import Sequence
from datetime import date

from pages.charts.judged import UNJUDGED, Judged
from pages.charts.palette import AIM, BRIGHT, CURVES, FAINT, INK, TEXT
from pages.charts.paper.axes import round_numbers, written
from pages.charts.paper.picture import Drawing
from pages.charts.paper.traces import Axes, Trace, plotted
from pages.charts.points import Curve, DatedSeries, FunnelDot, FunnelLimit, YearSeries
from pages.charts.said import UNSAID, Said

DASHES = {"solid": "", "dash": "7 4", "dot": "2 3", "dashdot": "8 3 2 3"}
YEAR_LOOKS = (("disc", "solid"), ("open diamond", "dot"), ("open square", "dash"))
ABOVE = 1.12
"""Of the highest value, how high an axis reaches that begins at nought."""


def years_on_paper(series: Sequence[YearSeries], ending: str, on: str) -> Drawing:
    """Draw up to three series of published years; one that is not known exactly has a bar, a year without a gap."""
    colours = (INK[on], TEXT[on], BRIGHT[on])
    years = [mark.year for mark in series[0].marks] if series else []
    traces, highest = [], 0.0
    for colour, (shape, dash), (name, marks) in zip(colours, YEAR_LOOKS, series, strict=False):
        points, spans = [], []
        for place, mark in enumerate(marks):
            ends = None if mark.low is None or mark.high is None else (mark.low, mark.high)
            points.append(None if ends is None else (float(place), sum(ends) / 2))
            spans += [(float(place), *ends)] if ends and ends[0] != ends[1] else []
            highest = max(highest, mark.high or 0.0)
        traces.append(Trace(name, tuple(points), colour, DASHES[dash], shape, 5.5, tuple(spans)))
    names = tuple((float(place), year) for place, year in enumerate(years))
    axes = Axes((-0.3, max(0.3, len(years) - 0.7)), (0.0, highest * ABOVE or 1.0), names, ending)
    return plotted(traces, axes, on)


def days_on_paper(
    months: DatedSeries, marks: Sequence[DatedSeries], on: str, judged: Judged = UNJUDGED, notes: Said = UNSAID
) -> Drawing:
    """Draw a line of months, and what others published as marks of their own days beside it."""
    days = [_ordinal(point.day) for point in months.points]
    traces = [
        Trace(name, _spots(days, values), colour, DASHES[dash])
        for name, values, colour, dash in (
            ("Within these limits chance keeps it", judged.high, FAINT[on], "dash"),
            ("", judged.low, FAINT[on], "dash"),
            ("Average", judged.centre, FAINT[on], "solid"),
            (notes.aim, notes.most if any(end is not None for end in notes.most) else notes.least, AIM[on], "dashdot"),
        )
        if any(value is not None for value in values)
    ]
    traces.append(Trace(months.name, _spots(days, [point.value for point in months.points]), INK[on], "", "disc", 2.5))
    for shape, series in zip(("diamond", "star"), marks, strict=False):
        spots = tuple((_ordinal(point.day), point.value) for point in series.points if point.value is not None)
        traces += [Trace(series.name, spots, TEXT[on], None, shape, 7.0)] if spots else []
    spots = [point for trace in traces for point in trace.points if point is not None]
    first, last = min(across for across, _ in spots), max(across for across, _ in spots)
    named = [
        date(year, 1, 1) for year in range(date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 2)
    ]
    names = tuple((float(day.toordinal()), f"{day:%Y}") for day in named if first <= day.toordinal() <= last)
    return plotted(traces, Axes((first, last + 1), (0.0, max(up for _, up in spots) * ABOVE or 1.0), names), on)


def curves_on_paper(curves: Sequence[Curve], on: str) -> Drawing:
    """Draw up to four curves of per cent over the months since something began."""
    traces = [
        Trace(curve.name, tuple((point.months, point.value) for point in curve.points), colour, dashes)
        for curve, colour, dashes in zip(curves, CURVES[on], DASHES.values(), strict=False)
    ]
    longest = max([point.months for curve in curves for point in curve.points] or [6.0])
    names = tuple((float(month), f"{month}\nmonths" if month else "Start") for month in range(0, int(longest) + 1, 6))
    return plotted(traces, Axes((0.0, longest), (0.0, 100.0), names, "%"), on)


def funnel_on_paper(
    dots: Sequence[FunnelDot],
    limits: Sequence[FunnelLimit],
    titles: tuple[str, str],
    beside: str,
    ending: str,
    on: str,
) -> Drawing:
    """Draw a funnel: limits first, then the others, then those compared with, then ours above all."""
    widest = max(dot.size for dot in dots)
    ends = [point.value for limit in limits for point in limit.points if point.size > widest / 8]
    most = max([dot.value for dot in dots] + ends) * 1.08
    traces = [
        Trace(
            limit.name,
            tuple((point.size, point.value) if point.value <= most else None for point in limit.points),
            FAINT[on],
            DASHES.get(limit.dash, ""),
        )
        for limit in limits
    ]
    looks = (
        ("other", "Other authorities", "open disc", 3.5, FAINT[on]),
        ("beside", beside, "diamond", 5.5, INK[on]),
        ("ours", "Ours", "star", 11.0, BRIGHT[on]),
    )
    for kind, name, shape, reach, colour in looks:
        spots = tuple((dot.size, dot.value) for dot in dots if dot.kind == kind)
        traces += [Trace(name, spots, colour, None, shape, reach)] if spots else []
    names = tuple((value, written(value)) for value in round_numbers(0.0, widest))
    return plotted(traces, Axes((0.0, widest * 1.02), (0.0, most), names, ending, titles), on, 440.0)


def _ordinal(day: str) -> float:
    """Return a day as a number."""
    return float(date.fromisoformat(day).toordinal())


def _spots(days: Sequence[float], values: Sequence[float | None]) -> tuple[tuple[float, float] | None, ...]:
    """Return values at their days."""
    pairs = zip(days, values, strict=False)
    return tuple(None if value is None else (day, value) for day, value in pairs)
