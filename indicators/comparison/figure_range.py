"""What is known of a published figure: its value, or between what it must lie where it was not published."""

from dataclasses import dataclass
from math import inf

from data.published.dfe_publication import HIDDEN_LEAST, HIDDEN_MOST, ROUNDS_TO_NOUGHT, SUPPRESSED, Measure
from data.published.published_figures import Held
from data.units import scale_of
from indicators.engine.rounding import half_up


@dataclass(frozen=True)
class Span:
    """Hold the lowest and highest that a figure may be; for one that is known they are the same."""

    low: float
    high: float

    @property
    def known(self) -> bool:
        """Tell whether the figure is known."""
        return self.low == self.high

    def rounded(self, decimals: int) -> tuple[float | None, float | None]:
        """Return both ends, rounded half up; one without a bound is None."""
        low, high = (None if abs(end) == inf else float(half_up(end, decimals)) for end in (self.low, self.high))
        return low, high


def span_of(measure: Measure, figure: Held) -> Span | None:
    """Return what is known of a published figure, before rounding where its halves are there; None where nothing is."""
    numerator, denominator = numerator_of(measure, figure), figure.denominator
    if measure.unit == "count":
        return _of_value(measure, figure)
    if numerator is not None and denominator:
        scale, most = scale_of(measure.unit), 100.0 if measure.unit == "percent" else inf
        low, high = (end / denominator * scale for end in (numerator.low, numerator.high))
        return Span(min(low, most), min(high, most))
    return _of_value(measure, figure)


def numerator_of(measure: Measure, figure: Held) -> Span | None:
    """Return what is known of a numerator: 1 to 5 where what is hidden is small, else anything from 1."""
    if figure.numerator is not None:
        return Span(figure.numerator, figure.numerator)
    return _hidden(measure, figure.denominator) if figure.numerator_missing in SUPPRESSED else None


def _hidden(measure: Measure, denominator: float | None) -> Span:
    """Return between what a number lies that DfE hides."""
    if measure.hidden_is_small:
        return Span(HIDDEN_LEAST, HIDDEN_MOST)
    return Span(HIDDEN_LEAST, denominator if denominator and measure.unit == "percent" else inf)


def _of_value(measure: Measure, figure: Held) -> Span | None:
    """Return what the printed value says by itself."""
    if figure.value is not None:
        return Span(figure.value, figure.value)
    if figure.value_missing in ROUNDS_TO_NOUGHT:
        return Span(0.0, 0.5 * 10**-measure.decimals)
    if figure.value_missing not in SUPPRESSED:
        return None
    return _hidden(measure, None) if measure.unit == "count" else Span(0.0, 100.0 if measure.unit == "percent" else inf)
