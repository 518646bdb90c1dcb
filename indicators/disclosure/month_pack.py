"""The pack of a published month, gathered from the store to be decided on and attacked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from data.access import Reader
from data.store.rehearsal import Readable
from indicators.disclosure.months_beside import decided_beside, sums_beside
from indicators.disclosure.pack import Pack, pack_of
from indicators.disclosure.printed_elsewhere import printed_elsewhere
from indicators.engine.adding_up import Sum
from indicators.engine.catalogue import all_indicators
from indicators.figures.breakdown import GROUPS, can_be_broken_down, exact_breakdown, services_of_teams
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import exact_figures
from indicators.figures.verdicts import with_verdicts


@dataclass(frozen=True)
class MonthFigures:
    """Hold every exact figure of a month, as a whole and by every breakdown, and the service of each team."""

    authority: str
    month: date
    figures: Sequence[Figure]
    service_of: Mapping[str, str] = field(default_factory=dict)


def wholes_of(
    store: Readable, reader: Reader, authority: str, months: Sequence[date], known_on: date | None = None
) -> list[MonthFigures]:
    """Gather the figures of months as a whole."""
    figures = exact_figures(store, reader, list(all_indicators().values()), authority, months, known_on)
    return [MonthFigures(authority, month, [figure for figure in figures if figure.month == month]) for month in months]


def with_parts(store: Readable, reader: Reader, wholes: MonthFigures, known_on: date | None = None) -> MonthFigures:
    """Gather the parts of a month's figures beside them."""
    services = services_of_teams(store, reader, wholes.authority, wholes.month)
    figures = [*wholes.figures, *every_part(store, reader, wholes.figures, known_on)]
    return MonthFigures(wholes.authority, wholes.month, figures, services)


def month_pack(store: Readable, reader: Reader, gathered: MonthFigures, is_alone: bool = False) -> Pack:
    """Lay out what was gathered of a month, with what was decided of it and all that adds up.

    Unless it `is_alone`, what was decided of the months beside it stands there as well, as far as it adds up with it.
    """
    figures, sums = with_verdicts(store, reader, gathered.figures), list(sums_declared())
    if not is_alone:
        decided = decided_beside(store, gathered.authority, gathered.month)
        beside, sums_of_months = sums_beside(gathered.month, figures, decided, sums)
        figures, sums = [*figures, *beside], [*sums, *sums_of_months]
    printed = printed_elsewhere(store, gathered.authority, gathered.month)
    return pack_of(figures, sums, gathered.service_of, printed)


def every_part(store: Readable, reader: Reader, wholes: Sequence[Figure], known_on: date | None = None) -> list[Figure]:
    """Return every part of the figures of one month, by each breakdown there is; of what was not published are none."""
    published = [figure for figure in wholes if figure.load is not None]
    figures = []
    for by in GROUPS if published else ():
        indicators = [all_indicators()[figure.indicator] for figure in published]
        broken_down = [indicator for indicator in indicators if can_be_broken_down(indicator, by)]
        month = published[0].authority, [published[0].month]
        figures += exact_breakdown(store, reader, broken_down, *month, by, known_on) if broken_down else []
    return figures


@cache
def sums_declared() -> tuple[Sum, ...]:
    """Return all that definitions declare to add up."""
    return tuple(total for indicator in all_indicators().values() for total in indicator.sums)
