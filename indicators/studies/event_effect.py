"""What an event did: months before and after; of a figure that counts up through the school year, two school years.

School years are set side by side at the same month. How far that may be chance is told by how children differ from each
other, each child with all of its sessions at once.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import sqrt

from data.access import Act, Reader
from data.annotations.events import Event, events
from data.months import school_year_begins
from data.store.store import Store
from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.engine.reach import SCHOOL_YEAR
from indicators.figures.figure import Figure
from indicators.figures.measured_figures import figures, rows_behind
from indicators.studies.before_and_after import (
    BY_LISTS,
    NOT_WITHIN,
    TOO_FEW_AFTER,
    TOO_FEW_BEFORE,
    Effect,
    Side,
    at_the_time,
    before_and_after,
)
from indicators.studies.difference_in_differences import beside_the_other_teams
from indicators.variation.segments import place_of

FEWEST = 10
"""Children on either side, at least."""
Z = 1.96


def effect(
    store: Store,
    reader: Reader,
    indicator: Indicator,
    authority: str,
    months: Sequence[date],
    event: Event,
    team: str = "",
) -> Effect:
    """Read a figure before and after an event, up to the last of these months; of a team, beside all others."""
    others = events(store, reader, authority)
    if team:
        measured = beside_the_other_teams(store, reader, indicator, authority, months, event, team)
        return replace(measured, alongside=at_the_time(event, others, months[-1]))
    counted = figures(store, reader, [indicator], authority, months)
    if SCHOOL_YEAR not in indicator.reaches:
        return before_and_after(indicator, counted, event, others)
    bare = Effect(event, indicator, alongside=at_the_time(event, others, months[-1]))
    return _of_school_years(store, reader, authority, counted, bare)


def _of_school_years(store: Store, reader: Reader, authority: str, figures: Sequence[Figure], bare: Effect) -> Effect:
    """Set the school years before and after an event side by side, at the same month."""
    day = bare.event.day
    if place_of(bare.event, figures) is None:
        return _none(bare, NOT_WITHIN)
    this_year = [figure for figure in figures if figure.value is not None and school_year_begins(figure.month) >= day]
    if not this_year:
        return _none(bare, TOO_FEW_AFTER)
    late = max(
        this_year, key=lambda figure: ((figure.month - school_year_begins(figure.month)).days // 28, figure.month)
    )
    earlier = [figure for figure in figures if figure.value is not None and figure.month < day]
    if not reader.may_of(Act.LISTS, bare.indicator.service):
        return _none(bare, BY_LISTS)
    early = [figure for figure in earlier if figure.month.month == late.month.month]
    if not early:
        return _none(bare, TOO_FEW_BEFORE)
    sides = [Side((figure,), figure.value or 0.0) for figure in (early[-1], late)]
    errors = [_error(store, reader, bare.indicator, authority, figure) for figure in (early[-1], late)]
    if None in errors:
        return _none(bare, TOO_FEW_AFTER if errors[1] is None else TOO_FEW_BEFORE)
    middle, half = sides[1].mean - sides[0].mean, Z * sqrt(sum((error or 0.0) ** 2 for error in errors))
    return replace(bare, before=sides[0], after=sides[1], low=middle - half, high=middle + half)


def _none(bare: Effect, why: str) -> Effect:
    """Return a reading that cannot be made, and why."""
    return replace(bare, why_none=why)


def _error(store: Store, reader: Reader, indicator: Indicator, authority: str, figure: Figure) -> float | None:
    """Return the standard error of a share over children (the ratio estimator's, Cochran 1977); None of too few."""
    rows = rows_behind(store, reader, indicator, authority, figure.month)
    rows = rows.loc[rows["denominator"] > 0]
    if len(rows) < FEWEST:
        return None
    share = rows["numerator"].sum() / rows["denominator"].sum()
    apart = ((rows["numerator"] - share * rows["denominator"]) ** 2).sum()
    many = len(rows)
    return float(sqrt(apart * many / (many - 1)) / rows["denominator"].sum() * scale_of(indicator.unit))
