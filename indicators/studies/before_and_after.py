"""Before and after an event: how far a figure moved, between what that lies, and what it takes to read it rightly.

The mean of the months before is set beside the mean of the months after, each month by its weight. What a month carries
over to the next makes of many months few, and the interval wide (an autoregressive process of the first order). Months
that count days before and days after the event stand in neither mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import sqrt

from data.annotations.events import Event
from data.months import months_before
from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.variation.control_chart import CARRIES_MOST
from indicators.variation.judgement import CHANCE, YEAR, judge, shared_by_months
from indicators.variation.segments import place_of

LONGEST = 24
"""Months before, and after, at most: what lies further off is of another time."""
LEAST_BEFORE, LEAST_AFTER = 6, 3
NOT_WITHIN, TOO_FEW_BEFORE, TOO_FEW_AFTER = "not within", "too few before", "too few after"
BY_LISTS = "by lists"
"""How far chance goes is told by lists of children, which the reader may not see."""
TOO_MUCH_ALIKE = "too much alike"
HALF_A_YEAR = 6


@dataclass(frozen=True)
class Side:
    """Hold the months on one side of an event that have a figure, the oldest first, and their mean."""

    figures: tuple[Figure, ...]
    mean: float

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        first, last = self.figures[0].month, self.figures[-1].month
        return {"months": len(self.figures), "from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}", "mean": self.mean}


@dataclass(frozen=True)
class Effect:
    """Hold a reading before and after: both sides, the difference and between what it lies with 95% confidence.

    `why_none` says why there is none. `left_out` are months that count days of both sides; `carries` is what a month
    carries over to the next. `seasons` is the difference from the same months a year before, where they are there.
    `changing_before` is what the months before did, as they are judged by themselves. With a `team` all of it is about
    how far the team lies from all others.
    """

    event: Event
    indicator: Indicator
    before: Side | None = None
    after: Side | None = None
    low: float | None = None
    high: float | None = None
    left_out: int = 0
    carries: float = 0.0
    seasons: float | None = None
    alongside: tuple[Event, ...] = ()
    changing_before: str = CHANCE
    why_none: str = ""
    team: str = ""

    @property
    def difference(self) -> float | None:
        """Return how far the months after lie from those before."""
        return self.after.mean - self.before.mean if self.before and self.after else None

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        return {
            "event": self.event.number,
            "title": self.event.title,
            "day": f"{self.event.day:%Y-%m-%d}",
            "indicator": self.indicator.id,
            "team": self.team or None,
            "before": self.before.to_json() if self.before else None,
            "after": self.after.to_json() if self.after else None,
            "difference": self.difference,
            "low": self.low,
            "high": self.high,
            "more_than_chance": self.is_more_than_chance,
            "left_out": self.left_out,
            "carries": self.carries,
            "same_months": self.seasons,
            "changing_before": self.changing_before,
            "alongside": [event.number for event in self.alongside],
            "why_none": self.why_none,
        }

    @property
    def is_more_than_chance(self) -> bool | None:
        """Tell whether the difference is more than chance makes; None where that cannot be told."""
        return None if self.low is None or self.high is None else self.low > 0 or self.high < 0


def before_and_after(
    indicator: Indicator, figures: Sequence[Figure], event: Event, events: Sequence[Event] = ()
) -> Effect:
    """Read a series before and after an event, and say what else happened at the time."""
    place = place_of(event, figures)
    if place is None:
        return Effect(event, indicator, why_none=NOT_WITHIN)
    mixed = months_of_both(indicator, event)
    before = _side(indicator, figures[max(0, place - LONGEST) : place])
    after = _side(indicator, figures[place + mixed : place + mixed + LONGEST])
    others = at_the_time(event, events, figures[-1].month)
    for side, least, why in ((before, LEAST_BEFORE, TOO_FEW_BEFORE), (after, LEAST_AFTER, TOO_FEW_AFTER)):
        if side is None or len(side.figures) < least:
            return Effect(event, indicator, left_out=mixed, alongside=others, why_none=why)
    assert before is not None and after is not None  # looked at just now
    carries, half = _half_an_interval(indicator, before, after)
    moving = judge(indicator, figures[:place]).changing
    effect = Effect(
        event, indicator, before, after, None, None, mixed, carries, _seasons(before, after), others, moving
    )
    if half is None:
        return replace(effect, why_none=TOO_MUCH_ALIKE)
    middle = after.mean - before.mean
    return replace(effect, low=middle - half, high=middle + half)


def at_the_time(event: Event, events: Sequence[Event], month: date) -> tuple[Event, ...]:
    """Return what else happened in the half-year before an event, or since."""
    first = months_before(event.day, HALF_A_YEAR)
    return tuple(another for another in events if another != event and first < another.day <= month)


def months_of_both(indicator: Indicator, event: Event) -> int:
    """Return how many months from the event on count days before it, too; of what reaches further back, a year's."""
    return max(min(reach_of(indicator), YEAR) - 1, 0) + (event.day.day > 1)


def reach_of(indicator: Indicator) -> int:
    """Return how many months up to the month end an indicator looks back at most."""
    return max((reach for reach in indicator.reaches if isinstance(reach, int)), default=0)


def _side(indicator: Indicator, figures: Sequence[Figure]) -> Side | None:
    """Return one side: its months that have a figure, and their mean; None without any."""
    counted = tuple(figure for figure in figures if figure.value is not None)
    weights = [_weight(indicator, figure) for figure in counted]
    if not sum(weights):
        return None
    mean = sum((figure.value or 0.0) * weight for figure, weight in zip(counted, weights, strict=True)) / sum(weights)
    return Side(counted, mean)


def _weight(indicator: Indicator, figure: Figure) -> float:
    """Return how much a month counts: by what it is out of, a number by one."""
    return 1.0 if indicator.unit == "count" else figure.denominator or 0.0


def _half_an_interval(indicator: Indicator, before: Side, after: Side) -> tuple[float, float | None]:
    """Return what is carried over, and half of the interval around the difference; None where months are too alike."""
    from scipy.stats import t

    sides = [_apart(indicator, side) for side in (before, after)]
    carries = _carried(sides, shared_by_months(indicator))
    alike = [_months_in_one(len(side), carries) for side in sides]
    left = sum(len(side) - one for side, one in zip(sides, alike, strict=True))
    worth = sum(len(side) / one for side, one in zip(sides, alike, strict=True)) - 2
    if worth < 1 or left <= 0:
        return carries, None
    spread = max(
        sum(distance**2 for side in sides for distance in side) / left, _by_chance_alone(indicator, before, after)
    )
    weights = [sum(_weight(indicator, figure) for figure in side.figures) for side in (before, after)]
    error = sqrt(sum(spread * one / weight for one, weight in zip(alike, weights, strict=True)))
    return carries, float(t.ppf(0.975, worth)) * error


def _apart(indicator: Indicator, side: Side) -> list[float]:
    """Return how far each month lies from the mean of its side, months of different size on one scale."""
    return [((figure.value or 0.0) - side.mean) * sqrt(_weight(indicator, figure)) for figure in side.figures]


def _carried(sides: Sequence[Sequence[float]], shared: float) -> float:
    """Return how much a month carries over to the next, with what short rows hide put back (Marriott and Pope 1954)."""
    spread = sum(distance**2 for side in sides for distance in side)
    many = sum(len(side) for side in sides) / len(sides)
    if not spread or many <= 4:
        return min(CARRIES_MOST, max(shared, 0.0))
    carried = sum(a * b for side in sides for a, b in pairwise(side)) / spread
    return min(CARRIES_MOST, max(shared, (carried * many + 1) / (many - 4), 0.0))


def _months_in_one(many: int, carries: float) -> float:
    """Return how many months that carry over tell as much as one that does not."""
    return 1 + 2 * sum((1 - apart / many) * carries**apart for apart in range(1, many))


def _by_chance_alone(indicator: Indicator, before: Side, after: Side) -> float:
    """Return how much a month of weight one varies at least: people come one by one (binomial, Poisson)."""
    scale, mean = scale_of(indicator.unit), (before.mean + after.mean) / 2
    if indicator.unit == "percent":
        return mean * (scale - mean)
    return mean * scale if indicator.unit in ("count", "rate") else 0.0


def _seasons(before: Side, after: Side) -> float | None:
    """Return how far the months after lie from the same months of the year, each as near before as there is one."""
    earlier = {figure.month.month: figure.value for figure in before.figures}
    pairs = [(figure.value, earlier.get(figure.month.month)) for figure in after.figures]
    differences = [later - then for later, then in pairs if later is not None and then is not None]
    return sum(differences) / len(differences) if len(differences) == len(pairs) else None
