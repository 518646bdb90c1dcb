"""What changed in a month, indicator by indicator: who is counted that was not, who no longer is, and what stands out.

The few that are told begin with those whose trend changes by more than chance. All others are ranked by how far each
stands out from what chance alone would do between two months: as many counted anew as counted no more, give or take the
root of both; else two numbers of events side by side. It ranks, and judges nothing.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import sqrt

from data.access import Act, Reader
from data.months import month_end_before
from data.store.store import Store
from indicators.change.entries_and_exits import COUNTED_NOW, Subject, counted_anew
from indicators.change.rate_and_mix import RateAndMix, rate_and_mix
from indicators.change.since_last_month import SinceLastMonth, since_last_month
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import breakdown
from indicators.figures.families import brothers_and_sisters, families
from indicators.figures.figure import RECORDS, Figure
from indicators.figures.measured_figures import exact_figures

STARTED, ENDED, PUT_IN_LATER, TAKEN_OUT = "Started", "Ended", "Put in later", "Taken out"
FEW = 5
"""How many changes are told in words."""


@dataclass(frozen=True)
class Changed:
    """Hold what became of one indicator in a month; `who` are the subjects behind it, where they can be followed.

    `since` follows the children of a stock; `parts` splits the change of a share by its teams; `together` says how many
    of those who started have a brother or sister among them, and of how many families.
    """

    before: Figure
    now: Figure
    weight: float
    who: tuple[Subject, ...] = ()
    since: SinceLastMonth | None = None
    parts: RateAndMix | None = None
    together: tuple[int, int] = (0, 0)

    @property
    def indicator(self) -> Indicator:
        """Return the indicator whose figures they are."""
        return indicator_called(self.now.indicator)

    def how_many(self, what: str) -> int:
        """Return of how many subjects that can be said."""
        return sum(subject.what == what for subject in self.who)

    def to_json(self) -> dict:
        """Return the shape that others rely on."""
        return {
            "indicator": self.indicator.id,
            "title": self.indicator.title,
            "authority": self.now.authority,
            "before": self.before.to_json(),
            "now": self.now.to_json(),
            "stands_out": self.weight,
            "children": self.since.to_json() if self.since else None,
            "brothers_and_sisters": {"children": self.together[0], "families": self.together[1]}
            if self.since
            else None,
            "rate_and_mix": asdict(self.parts) if self.parts else None,
            "who": [asdict(subject) for subject in self.who],
        }


def the_few(changed: Sequence[Changed], changing: Sequence[str], most: int = FEW) -> list[Changed]:
    """Return the few to tell: indicators that are changing by more than chance, then what stands out most.

    Args:
        changed: What became of each indicator; those of which nothing became are left out unless they are changing.
        changing: The ids of indicators whose trend changes by more than chance, the strongest first.
        most: How many are told.
    """
    place = {name: number for number, name in enumerate(changing)}
    candidates = [change for change in changed if change.indicator.id in place or _became_anything(change)]
    return sorted(candidates, key=lambda change: (place.get(change.indicator.id, len(place)), -change.weight))[:most]


def _became_anything(change: Changed) -> bool:
    """Tell whether anybody is counted anew or no more, or the figure is another."""
    return bool(change.who) or change.now.value != change.before.value


def what_changed(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> list[Changed]:
    """Return what became of each indicator that has a figure for a month and the month before, in their order.

    A rate per 10,000 children moves as its number does, and is left out.

    Raises:
        Mendable: where the reader may not see rows of extracts.
    """
    reader.must(Act.ROWS)
    month_before = month_end_before(month)
    comparable = [indicator for indicator in indicators if indicator.unit != "rate"]
    exact = exact_figures(store, reader, comparable, authority, [month_before, month])
    pairs = {
        was.indicator: (was, is_now) for was, is_now in zip(exact[::2], exact[1::2], strict=True) if _both(was, is_now)
    }
    measured = [indicator for indicator in comparable if indicator.id in pairs]
    if not measured:
        return []
    subjects, parts = (
        counted_anew(store, reader, measured, authority, month),
        _parts(store, reader, measured, authority, month),
    )
    of_family = families(store, reader, authority, [month_before, month])
    changes = []
    for indicator in measured:
        was, is_now = pairs[indicator.id]
        if indicator.argument.stock:
            changes.append(_stock(since_last_month(store, reader, indicator, authority, month), of_family, was, is_now))
        else:
            behind = subjects[indicator.id] if indicator.unit in ("percent", "count") else ()
            changes.append(Changed(was, is_now, _weight(was, is_now, behind), behind, parts=parts[indicator.id]))
    return changes


def _both(was: Figure, is_now: Figure) -> bool:
    """Tell whether there are two figures to set side by side, each counted from records."""
    return None not in (was.value, is_now.value) and {was.counted_from, is_now.counted_from} == {RECORDS}


def _stock(since: SinceLastMonth, of_family: dict[str, str], was: Figure, is_now: Figure) -> Changed:
    """Say what became of a stock."""
    flows = (("started", STARTED), ("ended", ENDED), ("put_in_later", PUT_IN_LATER), ("taken_out", TAKEN_OUT))
    subjects = tuple(
        Subject(course.subject, course.child_id, (course.is_now if kind == STARTED else course.was)["team"], kind)
        for name, kind in flows
        for course in since.courses
        if getattr(course, name)
    )
    came, went = since.whole.closing - since.whole.opening, len(subjects)
    together = brothers_and_sisters({course.child_id for course in since.started}, of_family)
    return Changed(was, is_now, abs(came) / sqrt(went) if went else 0.0, subjects, since, None, together)


def _parts(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> dict[str, RateAndMix | None]:
    """Return how the change of each share or average splits by its teams; None where it has no teams."""
    month_before = month_end_before(month)
    measured = [
        indicator
        for indicator in indicators
        if indicator.unit in ("percent", "average") and "team" in indicator.columns
    ]
    parts: dict[str, RateAndMix | None] = {indicator.id: None for indicator in indicators}
    if not measured:
        return parts
    by_team: dict[tuple[str, date], list[Figure]] = {}
    for figure in breakdown(store, reader, measured, authority, [month_before, month], "team"):
        by_team.setdefault((figure.indicator, figure.month), []).append(figure)
    for indicator in measured:
        was, is_now = (by_team.get((indicator.id, when), []) for when in (month_before, month))
        if was and is_now:
            parts[indicator.id] = rate_and_mix(was, is_now)
    return parts


def _weight(was: Figure, is_now: Figure, subjects: Sequence[Subject]) -> float:
    """Return how far a change stands out from chance: of those followed where there are any, else of two numbers."""
    if subjects:
        came = sum(subject.what == COUNTED_NOW for subject in subjects)
        return abs(2 * came - len(subjects)) / sqrt(len(subjects))
    (above, below), (above_now, below_now) = (
        (figure.numerator or 0.0, figure.denominator or 1.0) for figure in (was, is_now)
    )
    if was.unit == "percent":
        share = (above + above_now) / (below + below_now)
        spread = sqrt(share * (1 - share) * (1 / below + 1 / below_now))
    else:
        spread = sqrt(above / below**2 + above_now / below_now**2)
    return abs(above_now / below_now - above / below) / spread if spread else 0.0
