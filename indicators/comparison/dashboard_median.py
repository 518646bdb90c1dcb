"""The median of neighbours as DfE's outcomes dashboard makes it, beside the one made here.

DfE takes the median of figures that are rounded already, as they are printed, and rounds it half up. It leaves out
whoever has no number: a joint return, which stands under two codes, and what is not published. Here the median is of
figures before rounding, a joint return counts once, and one that is not published counts with the least and the most it
may be.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from data.published.areas import JOINT
from data.published.dfe_publication import SUPPRESSED, Measure
from data.published.published_figures import Held
from indicators.engine.rounding import half_up


@dataclass(frozen=True)
class DashboardMedian:
    """Hold the median as DfE makes it, the joint returns it leaves out, and how many figures that are not published."""

    value: float
    joint: tuple[str, ...]
    hidden: int


def dashboard_median(measure: Measure, members: Sequence[Held]) -> DashboardMedian | None:
    """Return the median of figures as DfE prints them; None of a count, of what it does not print, or where none is."""
    single = [figure for figure in members if JOINT not in figure.authority]
    printed = [figure.value for figure in single if figure.value is not None]
    if not measure.value or measure.unit == "count" or not printed:
        return None
    joint = tuple(figure.name for figure in members if JOINT in figure.authority and figure.value is not None)
    hidden = sum(figure.value_missing in SUPPRESSED for figure in single)
    return DashboardMedian(float(half_up(median(printed), measure.decimals)), joint, hidden)
