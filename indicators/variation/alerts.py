"""What calls for attention in a month: figures that change by more than chance, the strongest first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from data.access import Reader
from data.annotations.events import Event, events
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import breakdown
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from indicators.variation.control_chart import Variation
from indicators.variation.judgement import CANNOT_TELL, CONCERN, IMPROVEMENT, NEUTRAL, Judgement, judge
from indicators.variation.segments import latest_segment
from indicators.variation.signals import RULES

ORDER = (CONCERN, NEUTRAL, IMPROVEMENT)
BY_CHANCE = 0.06
"""The share of stable series that show a signal in their last month, over those of benchmarks/variation.py."""


@dataclass(frozen=True)
class Alert:
    """Hold one figure that is changing: what that means, which rule says so and since when, and how far off it lies.

    `sigmas` is how many sigma the figure lies from its average; None where its months have no limits.
    """

    figures: tuple[Figure, ...]
    changing: str
    rule: str
    way: str
    since: date
    until: date
    sigmas: float | None

    @property
    def indicator(self) -> Indicator:
        """Return the indicator whose figures they are."""
        return indicator_called(self.figure.indicator)

    @property
    def figure(self) -> Figure:
        """Return the figure of the last month."""
        return self.figures[-1]

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        part = {"by": self.figure.by, "group": self.figure.group} if self.figure.by else {}
        return part | {
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


@dataclass(frozen=True)
class Alerts:
    """Hold the alerts of a month, the strongest first, and how many figures of each indicator could be judged."""

    found: tuple[Alert, ...]
    judged_of: dict[str, int]

    @property
    def judged(self) -> int:
        """Return how many figures could be judged."""
        return sum(self.judged_of.values())

    def of(self, indicators: Iterable[Indicator]) -> "Alerts":
        """Return those of some indicators."""
        judged = {
            indicator.id: self.judged_of[indicator.id] for indicator in indicators if indicator.id in self.judged_of
        }
        return Alerts(tuple(alert for alert in self.found if alert.indicator.id in judged), judged)


def alerts(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> Alerts:
    """Return the alerts of the last of these months."""
    all_figures = figures(store, reader, indicators, authority, months)
    all_series = [
        (indicator, all_figures[place * len(months) : (place + 1) * len(months)])
        for place, indicator in enumerate(indicators)
    ]
    return _judged(all_series, events(store, reader, authority))


def alerts_by_team(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> Alerts:
    """Return the alerts of each team that is there in the last of these months.

    What belongs to no team, and rates, of which no population is held by team, are left out.
    """
    measured = {
        indicator.id: indicator for indicator in indicators if "team" in indicator.columns and indicator.unit != "rate"
    }
    by_team: dict[tuple[str, str], dict[date, Figure]] = {}
    for figure in breakdown(store, reader, list(measured.values()), authority, months, "team") if measured else []:
        by_team.setdefault((figure.indicator, figure.group), {})[figure.month] = figure
    all_series = [
        (measured[name], [by_month.get(month) or _nothing(by_month[months[-1]], month) for month in months])
        for (name, _), by_month in by_team.items()
        if months[-1] in by_month
    ]
    return _judged(all_series, events(store, reader, authority))


def _judged(all_series: Iterable[tuple[Indicator, Sequence[Figure]]], happened: Sequence[Event]) -> Alerts:
    """Judge each series from the latest event on that concerns it."""
    raised: list[Alert] = []
    judged: Counter[str] = Counter()
    for indicator, series in all_series:
        judgement = judge(indicator, series, latest_segment(indicator, series, happened).begins)
        judged[indicator.id] += judgement.changing != CANNOT_TELL
        raised += alert(series, judgement)
    return Alerts(tuple(strongest(raised)), dict(judged))


def _nothing(like: Figure, month: date) -> Figure:
    """Return the gap of a month in which a team had nothing to count."""
    none = {"value": None, "numerator": None, "denominator": None, "load": None, "subjects": None}
    return replace(like, month=month, reason="Nothing was counted.", **none)


def alert(series: Sequence[Figure], judgement: Judgement) -> list[Alert]:
    """Return the alert of a series that was judged, or none where it does no more than chance would."""
    signal = judgement.signal
    if signal is None:
        return []
    span = series[signal.first].month, series[signal.last].month
    off = sigmas_off(judgement.variation, series[-1])
    return [Alert(tuple(series), judgement.changing, signal.rule, signal.way, *span, off)]


def strongest(found_alerts: Iterable[Alert]) -> list[Alert]:
    """Return alerts the strongest first."""
    return sorted(found_alerts, key=_strength)


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
    return (
        ORDER.index(alert.changing),
        RULES.index(alert.rule),
        -(alert.sigmas or 0.0),
        alert.indicator.id,
        alert.figure.group,
    )
