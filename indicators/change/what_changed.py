"""What changed in a month, indicator by indicator: who is counted that was not, who no longer is, and what stands out.

The few that are told are ranked by how far each stands out from what chance alone would do: as many counted anew as
counted no more, give or take the root of both; else two numbers of events side by side. It ranks, and judges nothing.
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
FEW, STOCKS = 5, 2
"""How many changes are told in words, and how many stocks at most lead them."""


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
        return sum(each.what == what for each in self.who)

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
            "who": [asdict(each) for each in self.who],
        }


def the_few(changed: Sequence[Changed], most: int = FEW) -> list[Changed]:
    """Return the few to tell: the first stocks as they were asked for, then what stands out most and changed at all."""
    stocks = [each for each in changed if each.since][:STOCKS]
    rest = [each for each in changed if each not in stocks and (each.who or each.now.value != each.before.value)]
    return [*stocks, *sorted(rest, key=lambda each: -each.weight)][:most]


def what_changed(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> list[Changed]:
    """Return what became of each indicator that has a figure for a month and the month before, in their order.

    A rate per 10,000 children moves as its number does, and is left out.

    Raises:
        Mendable: where the reader may not see lists of children.
    """
    reader.must(Act.LISTS)
    before = month_end_before(month)
    asked = [each for each in indicators if each.unit != "rate"]
    told = exact_figures(store, reader, asked, authority, [before, month])
    pairs = {was.indicator: (was, now) for was, now in zip(told[::2], told[1::2], strict=True) if _both(was, now)}
    known = [each for each in asked if each.id in pairs]
    if not known:
        return []
    who, parts = counted_anew(store, reader, known, authority, month), _parts(store, reader, known, authority, month)
    of_family = families(store, reader, authority, [before, month])
    found = []
    for each in known:
        was, now = pairs[each.id]
        if each.argument.stock:
            found.append(_stock(since_last_month(store, reader, each, authority, month), of_family, was, now))
        else:
            behind = who[each.id] if each.unit in ("percent", "count") else ()
            found.append(Changed(was, now, _weight(was, now, behind), behind, parts=parts[each.id]))
    return found


def _both(was: Figure, now: Figure) -> bool:
    """Tell whether there are two figures to set side by side, each counted from records."""
    return None not in (was.value, now.value) and {was.counted_from, now.counted_from} == {RECORDS}


def _stock(since: SinceLastMonth, of_family: dict[str, str], was: Figure, now: Figure) -> Changed:
    """Say what became of a stock."""
    said = (("started", STARTED), ("ended", ENDED), ("put_in_later", PUT_IN_LATER), ("taken_out", TAKEN_OUT))
    who = tuple(
        Subject(each.subject, each.child_id, (each.is_now if what == STARTED else each.was)["team"], what)
        for name, what in said
        for each in since.courses
        if getattr(each, name)
    )
    came, went = since.whole.closing - since.whole.opening, len(who)
    together = brothers_and_sisters({each.child_id for each in since.started}, of_family)
    return Changed(was, now, abs(came) / sqrt(went) if went else 0.0, who, since, None, together)


def _parts(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, month: date
) -> dict[str, RateAndMix | None]:
    """Return how the change of each share or average splits by its teams; None where it has no teams."""
    before = month_end_before(month)
    asked = [each for each in indicators if each.unit in ("percent", "average") and "team" in each.columns]
    found: dict[str, RateAndMix | None] = {each.id: None for each in indicators}
    if not asked:
        return found
    by_team: dict[tuple[str, date], list[Figure]] = {}
    for each in breakdown(store, reader, asked, authority, [before, month], "team"):
        by_team.setdefault((each.indicator, each.month), []).append(each)
    for each in asked:
        was, now = (by_team.get((each.id, when), []) for when in (before, month))
        if was and now:
            found[each.id] = rate_and_mix(was, now)
    return found


def _weight(was: Figure, now: Figure, who: Sequence[Subject]) -> float:
    """Return how far a change stands out from chance: of those followed where there are any, else of two numbers."""
    if who:
        came = sum(each.what == COUNTED_NOW for each in who)
        return abs(2 * came - len(who)) / sqrt(len(who))
    (above, below), (above_now, below_now) = ((each.numerator or 0.0, each.denominator or 1.0) for each in (was, now))
    if was.unit == "percent":
        share = (above + above_now) / (below + below_now)
        spread = sqrt(share * (1 - share) * (1 / below + 1 / below_now))
    else:
        spread = sqrt(above / below**2 + above_now / below_now**2)
    return abs(above_now / below_now - above / below) / spread if spread else 0.0
