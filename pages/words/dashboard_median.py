"""The median of neighbours as DfE's dashboard shows it, in words, and why it is not the one shown here."""

from data.published.dfe_publication import Measure
from indicators.comparison.dashboard_median import DashboardMedian
from indicators.comparison.figure_range import Span
from pages.words import wording
from pages.words.figure_range import shown


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
