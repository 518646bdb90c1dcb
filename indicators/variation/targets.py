"""Targets set, by the unit of a figure and by which way is better; and how those in force fare."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.annotations.events import events
from data.annotations.targets import Target, keep_target, target_on, targets
from data.errors import Mendable
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures
from indicators.figures.public_texts import must_tell_nobody
from indicators.variation.assurance import Assurance, assure, meets, tolerated
from indicators.variation.judgement import judge
from indicators.variation.segments import latest_segment

HIGHEST = {"percent": 100.0}


@dataclass(frozen=True)
class Aim:
    """Hold what somebody asks to be set: from and until which month ends, whose it is, by whom, where written.

    `tolerance` is by how much a figure may miss it, in its unit.
    """

    first: date
    last: date | None
    scope: str
    set_by: str
    source: str
    tolerance: float | None = None


@dataclass(frozen=True)
class Fared:
    """Hold how a target fares: what it asks for, the figure of the month, and whether it will be met."""

    target: Target
    figure: Figure
    assurance: Assurance

    def to_json(self) -> dict:
        """Return the shape that is printed."""
        facts = {"month": f"{self.figure.month:%Y-%m}", "value": self.figure.value, "unit": self.figure.unit}
        is_tolerated = tolerated(self.target, self.figure)
        facts |= {"met": meets(self.target, self.figure)}
        facts |= {} if is_tolerated is None else {"within_tolerance": is_tolerated}
        return self.target.to_json() | facts | {"answer": self.assurance.answer, "by_chance": self.assurance.by_chance}


def set_target(
    store: Store, reader: Reader, authority: str, indicator: Indicator, aim: Aim, value: float, to: float | None = None
) -> tuple[Target, bool]:
    """Keep a target, `value` or from `value` to another; return it, and whether it is new.

    Raises:
        Mendable: where such a figure can have no such target, or it does not say who set it, or names a person.
    """
    reader.must(Act.ANNOTATE)
    least, most = _ends(indicator, value, to)
    return _keep(store, reader, _target(authority, indicator, aim, least, most))


def end_target(store: Store, reader: Reader, authority: str, indicator: Indicator, aim: Aim) -> tuple[Target, bool]:
    """Keep that from a month on there is no target of this scope; return the entry, and whether it is new."""
    return _keep(store, reader, _target(authority, indicator, aim, None, None))


def how_they_fare(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> list[Fared]:
    """Return every target in force in the last of these months, and whether it will be met."""
    all_targets, happened = targets(store, reader, authority), events(store, reader, authority)
    aimed = {
        name: target_on(all_targets, name, months[-1])
        for name in dict.fromkeys(target.indicator for target in all_targets)
    }
    named = [(indicator_called(name), target) for name, target in aimed.items() if target is not None]
    all_figures = figures(store, reader, [indicator for indicator, _ in named], authority, months)
    fared = []
    for place, (indicator, target) in enumerate(named):
        series = all_figures[place * len(months) : (place + 1) * len(months)]
        judgement = judge(indicator, series, latest_segment(indicator, series, happened).begins)
        fared.append(Fared(target, series[-1], assure(judgement, series, target)))
    return fared


def _keep(store: Store, reader: Reader, target: Target) -> tuple[Target, bool]:
    """Keep a target of which everybody may read who set it, and where that is written."""
    reader.must(Act.ANNOTATE)
    for text in (target.set_by, target.source):
        must_tell_nobody(store, reader, text, target.authority, None)
    return keep_target(store, reader, target)


def _target(authority: str, indicator: Indicator, aim: Aim, least: float | None, most: float | None) -> Target:
    """Make a target of what was asked."""
    terms = (least, most, aim.first, aim.last, aim.scope, aim.set_by.strip(), aim.source.strip())
    return Target(authority, indicator.id, *terms, tolerance=aim.tolerance)


def _ends(indicator: Indicator, value: float, to: float | None) -> tuple[float | None, float | None]:
    """Return the least and the most that a figure is meant to be."""
    title, good, highest = indicator.title, indicator.argument.good, HIGHEST.get(indicator.unit)
    if good == "none":
        raise Mendable(f"{title}: neither way is better, so it can have no target. Set one of what makes it better.")
    for bound in (value, to):
        if bound is not None and not 0 <= bound <= (highest or bound):
            between = "0 and 100, for it is a share" if highest else "0 and more"
            raise Mendable(f"{title}: {bound:g} cannot be a target. Give one between {between}.")
    if (good == "range") != (to is not None):
        wanted = "a target from one number to another" if good == "range" else "one number alone"
        raise Mendable(f"{title}: give {wanted}, since {_which_way(good)}.")
    if to is not None and to <= value:
        raise Mendable(f"{title}: a target from {value:g} to {to:g} leaves nothing between. Give the lower one first.")
    return (value, to) if good == "range" else (value, None) if good == "high" else (None, value)


def _which_way(good: str) -> str:
    """Say which way is better, in the middle of a sentence."""
    return {"range": "neither very high nor very low is better", "high": "higher is better", "low": "lower is better"}[
        good
    ]
