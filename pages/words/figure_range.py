"""What is known of a published figure, in words: a number, or between what it lies."""

from data.published.dfe_publication import Measure
from indicators.comparison.figure_range import Span
from pages.words import wording

ENDINGS = {"percent": "%", "rate": " per 10,000"}


def shown(measure: Measure, span: Span | None) -> str:
    """Write what is known of a figure as DfE rounds it: 15.8, 0.5% to 2.6%, or a dash."""
    if span is None:
        return wording.NONE
    low, high = span.rounded(measure.decimals)
    ending = ENDINGS.get(measure.unit, "")
    if high is None:
        return f"{wording.number(low or 0, measure.decimals)}{ending} or more"
    if low == high:
        return f"{wording.number(high, measure.decimals)}{ending}"
    return f"{wording.number(low or 0, measure.decimals)}{ending} to {wording.number(high, measure.decimals)}{ending}"
