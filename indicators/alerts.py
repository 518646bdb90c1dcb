"""What calls for attention in a month: figures that change by more than chance, the strongest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from data.office.events import events
from data.reader import Reader
from data.store import Store
from indicators.control_chart import Variation
from indicators.declaration import Indicator
from indicators.figure import Figure
from indicators.figures import figures
from indicators.judgement import CANNOT_TELL, CONCERN, IMPROVEMENT, NEUTRAL, Judgement, judge
from indicators.segments import latest_segment
from indicators.signals import RULES

ORDER = (CONCERN, NEUTRAL, IMPROVEMENT)
BY_CHANCE = 0.06
"""The share of stable series that show a signal in their last month, over those of benchmarks/variation.py."""


@dataclass(frozen=True)
class Alert:
    """Hold one figure that is changing: what that means, which rule says so and since when, and how far off it lies.

    `sigmas` is how many sigma the figure lies from its average; None where its months have no limits.
    """

    indicator: Indicator
    figure: Figure
    changing: str
    rule: str
    way: str
    since: date
    until: date
    sigmas: float | None

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return {
            "indicator": self.indicator.id,
            "title": self.indicator.title,
            "authority": self.figure.authority,
            "month": f"{self.figure.month:%Y-%m}",
            "value": self.figure.value,
            "unit": self.figure.unit,
            "changing": self.changing,
            "rule": self.rule,
            "way": self.way,
            "since": f"{self.since:%Y-%m}",
            "until": f"{self.until:%Y-%m}",
            "sigmas": self.sigmas,
        }


def alerts(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> tuple[list[Alert], int]:
    """Return the alerts of the last of these months, the strongest first, and how many figures could be judged."""
    told = figures(store, reader, indicators, authority, months)
    happened = events(store, reader, authority)
    found, judged = [], 0
    for place, indicator in enumerate(indicators):
        series = told[place * len(months) : (place + 1) * len(months)]
        judgement = judge(indicator, series, latest_segment(indicator, series, happened).begins)
        judged += judgement.changing != CANNOT_TELL
        found += alert(indicator, series, judgement)
    return strongest(found), judged


def alert(indicator: Indicator, series: Sequence[Figure], judgement: Judgement) -> list[Alert]:
    """Return the alert of a series that was judged, or none where it does no more than chance would."""
    signal = judgement.signal
    if signal is None:
        return []
    span = series[signal.first].month, series[signal.last].month
    off = sigmas_off(judgement.variation, series[-1])
    return [Alert(indicator, series[-1], judgement.changing, signal.rule, signal.way, *span, off)]


def strongest(found: Iterable[Alert]) -> list[Alert]:
    """Return alerts the strongest first."""
    return sorted(found, key=_strength)


def by_chance(judged: int) -> int:
    """Return how many of so many figures would show a signal if nothing had changed."""
    return round(judged * BY_CHANCE)


def sigmas_off(variation: Variation, figure: Figure) -> float | None:
    """Return how many sigma the last figure lies from its average, above or below."""
    low, centre, high = variation.low[-1], variation.centre[-1], variation.high[-1]
    if figure.value is None or low is None or centre is None or high is None:
        return None
    sigma = max(high - centre, centre - low) / 3
    return abs(figure.value - centre) / sigma if sigma else None


def _strength(alert: Alert) -> tuple:
    """Put concerns first, then the strongest rule, then what lies furthest off."""
    return ORDER.index(alert.changing), RULES.index(alert.rule), -(alert.sigmas or 0.0), alert.indicator.id
