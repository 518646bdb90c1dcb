"""The text of a chart in at most 30 words: what the line does, its latest value, and between what it has lain."""

from indicators.figures.figure import Figure
from pages.words import wording
from pages.words.series import Series, period
from pages.words.trend_judgement import is_it_changing

MOST_WORDS, ALL = 30, 10_000
ENDING = wording.ENDINGS["rate"]


def brief(series: Series, months: int = ALL) -> str:
    """Say what a chart of the last months of a series shows, in at most 30 words: finding, latest value and range.

    It is judged by all its months. The measure's name comes first where there is room; it stands beside the picture in
    any case.
    """
    shown = series.last(months)
    latest = _latest(shown)
    finding = f"{is_it_changing(series).rstrip('.')}." if shown.known else ""
    shorter = f"{finding.split(':')[0].rstrip('.')}." if finding else ""
    attempts = (f"{series.indicator.title}: {latest} {finding}", f"{latest} {finding}", f"{latest} {shorter}")
    return next((text.strip() for text in attempts if len(text.split()) <= MOST_WORDS), latest)


def _latest(series: Series) -> str:
    """Say the latest value and the range: 87.3% in October 2026; 87.3% to 95.7% since November 2023."""
    figures = series.known
    if not figures:
        state = "Hidden" if all(map(wording.is_hidden, series.figures)) else "No figure"
        return f"{state}, {period([figure.month for figure in series.figures])}."
    unit, text = series.indicator.unit, _amount(figures[-1])
    if len(figures) == 1:
        return f"{text}."
    low, high = min(figure.value or 0.0 for figure in figures), max(figure.value or 0.0 for figure in figures)
    least, most = (wording.value(unit, value).removesuffix(ENDING) for value in (low, high))
    between = f"always {least}" if least == most else f"{least} to {most}"
    return f"{text}; {between} since {wording.month(figures[0].month)}."


def _amount(figure: Figure) -> str:
    """Write a figure with its unit and its month."""
    return f"{wording.value(figure.unit, figure.value)} in {wording.month(figure.month)}"
