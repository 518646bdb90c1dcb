"""The line of a series, declared: its months, its limits and marks, what officers say of it, and its text."""

from data.annotations.targets import target_on
from indicators.variation.judgement import meaning
from pages.charts.judged import Judged
from pages.charts.month_line import MonthLine
from pages.charts.of_series.brief_text import ALL, brief
from pages.charts.points import MonthPoint
from pages.charts.said import Said
from pages.words import wording
from pages.words.series import Series
from pages.words.series_events import fell_within
from pages.words.target_judgement import aim
from pages.words.trend_judgement import judged_each

ENDINGS = {"percent": "%"}


def month_line_of(series: Series, months: int = ALL) -> MonthLine:
    """Declare the line of the last months of a series; it is judged by all."""
    ending = ENDINGS.get(series.now.unit, "")
    last = (series.known or [series.now])[-1]
    label = "" if last.value is None else wording.number(last.value, wording.DECIMALS.get(last.unit, 1)) + ending
    whole = MonthLine(points(series), brief(series, months), ending, label, limits_and_marks(series), said(series))
    return whole.last(months)


def points(series: Series) -> tuple[MonthPoint, ...]:
    """Return what the line is drawn from: for each month its first day, its name, its value and both in words."""
    return tuple(
        MonthPoint(
            f"{figure.month:%Y-%m-01}",
            wording.short_month(figure.month),
            figure.value,
            f"{wording.month(figure.month)}: {wording.value(figure.unit, figure.value)}{_brackets(series, number)}",
        )
        for number, figure in enumerate(series.figures)
    )


def limits_and_marks(series: Series) -> Judged:
    """Return what the line is judged by: the limits of each of its segments, and a mark on each point of a signal."""
    marks: list[tuple[str, str] | None] = [None] * len(series.figures)
    low, centre, high = [], [], []
    for judgement in judged_each(series):
        variation = judgement.variation
        for whole, part in ((low, variation.low), (centre, variation.centre), (high, variation.high)):
            whole += part[variation.begins :]
        for signal in variation.signals:
            for place in range(signal.first, signal.last + 1):
                marks[place] = (meaning(series.indicator, signal), signal.way)
    return Judged(tuple(low), tuple(centre), tuple(high), tuple(marks))


def said(series: Series) -> Said:
    """Return what officers say of a line: the ends of its target month by month, and events at their months."""
    aims = [target_on(series.targets, series.indicator.id, figure.month) for figure in series.figures]
    least = tuple(aim.least if aim else None for aim in aims)
    most = tuple(aim.most if aim else None for aim in aims)
    label = f"Target {aim(series.target, series.now.unit)}" if series.target else ""
    happened = tuple((place, event.title) for place, event in fell_within(series))
    months = {restatement.first.month for restatement in series.restated}
    restated = tuple(place for place, figure in enumerate(series.figures) if figure.month in months)
    return Said(least, most, label, happened, restated)


def _brackets(series: Series, number: int) -> str:
    """Write what a figure is made of, in brackets."""
    made_of = wording.made_of(series.indicator, series.figures[number])
    return f" ({made_of})" if made_of else ""
