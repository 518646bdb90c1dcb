"""The text of a chart in at most 30 words: what the line does, its latest value, and between what it has lain."""

from indicators.figures.figure import Figure
from pages.words import wording
from pages.words.series import Series
from pages.words.trend_judgement import is_it_changing

MOST_WORDS = 30


def brief(series: Series) -> str:
    """Say what a chart of a series shows, in at most 30 words: the finding, the latest value and the range.

    The measure's name comes first where there is room; it stands beside the picture in any case.
    """
    parts = [_latest(series), f"{is_it_changing(series).rstrip('.')}."] if series.known else [_latest(series)]
    whole = f"{series.indicator.title}: {' '.join(parts)}"
    attempts = (whole, " ".join(parts), f"{parts[0]} {parts[-1].split(':')[0].rstrip('.')}.", parts[0])
    return next((text for text in attempts if len(text.split()) <= MOST_WORDS), parts[0])


def _latest(series: Series) -> str:
    """Say the latest value and the range: 87.3% in October 2026; 87.3% to 95.7% since November 2023."""
    known, first = series.known, wording.month(series.figures[0].month)
    if not known:
        return f"No figure, {first} to {wording.month(series.now.month)}."
    latest = known[-1]
    text = f"{_amount(latest)} in {wording.month(latest.month)}"
    if len(known) == 1:
        return f"{text}."
    low, high = min(figure.value or 0.0 for figure in known), max(figure.value or 0.0 for figure in known)
    amounts = [wording.value(latest.unit, value).removesuffix(" per 10,000") for value in (low, high)]
    between = f"always {amounts[0]}" if amounts[0] == amounts[1] else f"{amounts[0]} to {amounts[1]}"
    return f"{text}; {between} since {wording.month(known[0].month)}."


def _amount(figure: Figure) -> str:
    """Write a figure with its unit."""
    return wording.value(figure.unit, figure.value)
