"""The pack of a published month, gathered from the store to be decided on and attacked."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from data.access import Reader
from data.store.rehearsal import Readable
from indicators.disclosure.pack import Pack, pack_of
from indicators.engine.adding_up import Sum
from indicators.engine.catalogue import all_indicators
from indicators.figures.breakdown import GROUPS, can_be_broken_down, exact_breakdown, services_of_teams
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import exact_figures
from indicators.figures.verdicts import with_verdicts


def month_pack(store: Readable, reader: Reader, authority: str, month: date) -> Pack:
    """Gather every figure of a month, as a whole and by every breakdown, with all that adds up."""
    figures = exact_figures(store, reader, list(all_indicators().values()), authority, [month])
    figures = with_verdicts(store, reader, [*figures, *every_part(store, reader, figures)])
    return pack_of(figures, sums_declared(), services_of_teams(store, reader, authority, month))


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
