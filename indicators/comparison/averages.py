"""The averages that figures are compared with, each by its name; of figures that are not published, an interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from data.published.dfe_publication import Measure
from data.published.published_figures import Held
from data.units import scale_of
from indicators.comparison.figure_range import Span, numerator_of

PUBLISHED = "published"
AVERAGES = ("median", "mean", "pooled", PUBLISHED)
NAMED = {
    "median": "the median",
    "mean": "the mean",
    "pooled": "all of them taken together",
    PUBLISHED: "DfE's published figure",
}


@dataclass(frozen=True)
class Average:
    """Hold an average by its name: between what it lies, or why there is none."""

    name: str
    span: Span | None
    reason: str = ""


def average_of(name: str, measure: Measure, members: Sequence[tuple[Held, Span | None]]) -> Average:
    """Return the median, the mean or the pooled figure of those that have one.

    Whoever's figure is not published, so that nobody can be recognised, counts with the least and the most it may be:
    the median and the mean rise with each of their parts, so their ends are those of the parts.
    """
    spans = [span for _, span in members if span is not None]
    if not spans:
        return Average(name, None, "None of them has a figure.")
    if name == "pooled":
        return _pooled(measure, [figure for figure, span in members if span is not None])
    middle = median if name == "median" else fmean
    return Average(name, Span(middle(span.low for span in spans), middle(span.high for span in spans)))


def _pooled(measure: Measure, members: Sequence[Held]) -> Average:
    """Return all numerators over all denominators, as DfE makes the figure of a region."""
    if measure.unit == "count":
        return Average("pooled", None, "A number is not pooled: it has no denominator.")
    above = [numerator_of(measure, member) for member in members]
    if without := [
        member.name for member, half in zip(members, above, strict=True) if not member.denominator or not half
    ]:
        return Average("pooled", None, f"The numbers behind the figure are not published for {', '.join(without)}.")
    below = sum(member.denominator or 0 for member in members)
    low, high = (sum(getattr(half, end) for half in above) for end in ("low", "high"))
    scale = scale_of(measure.unit)
    return Average("pooled", Span(low / below * scale, high / below * scale))
