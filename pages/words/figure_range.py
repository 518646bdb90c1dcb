"""What is known of a published figure, in words: a number, or between what it lies; and the median as DfE shows it."""

from data.published.dfe_publication import Measure
from indicators.comparison.dashboard_median import DashboardMedian
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


def as_dfe_shows_it(measure: Measure, median: DashboardMedian) -> str:
    """Say what the median is by DfE's method, and what that method does otherwise."""
    left_out = [f"{name}, which returned together" for name in median.joint]
    if median.hidden:
        left_out.append(wording.counted(median.hidden, "figures that are not published"))
    without = f", and leaves out {wording.listed(left_out)}" if left_out else ""
    value = shown(measure, Span(median.value, median.value))
    return (
        f"By the method of DfE's dashboard the median is {value}: it takes figures as they are printed, "
        f"rounded{without}. Ours is of figures before rounding."
    )
