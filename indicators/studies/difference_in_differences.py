"""An event in one team: month by month the team is set beside all others, and the distance is read before and after.

What reached every team alike falls out of the distance. The other teams serve as the group to which nothing happened,
as far as that is so (difference in differences).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from data.access import Reader
from data.annotations.events import Event
from data.errors import Mendable
from data.store.store import Store
from data.units import scale_of
from indicators.engine.declaration import Indicator
from indicators.engine.reach import SCHOOL_YEAR
from indicators.figures.breakdown import breakdown
from indicators.figures.figure import Figure
from indicators.studies.before_and_after import Effect, before_and_after

CAN_BE_COMPARED = ("percent", "average")


def beside_the_other_teams(
    store: Store, reader: Reader, indicator: Indicator, authority: str, months: Sequence[date], event: Event, team: str
) -> Effect:
    """Read how far a team lies from all others, before and after an event.

    Raises:
        Mendable: where the figure has no teams to compare, or none of that name.
    """
    if not can_be_compared(indicator):
        raise Mendable(f"{indicator.title}: one team cannot be set beside the others. Ask for the whole authority.")
    by_team = breakdown(store, reader, [indicator], authority, months, "team")
    if team not in (names := sorted({figure.group for figure in by_team})):
        raise Mendable(f'{indicator.title} knows no team "{team}". Use one of {", ".join(names)}.')
    return read_distances(indicator, by_team, months, event, team)


def read_distances(
    indicator: Indicator, figures: Sequence[Figure], months: Sequence[date], event: Event, team: str
) -> Effect:
    """Read how far a team lies from all others, before and after an event, of the figures of every team."""
    apart = [
        _apart(indicator, month, team, [figure for figure in figures if figure.month == month]) for month in months
    ]
    # A distance may be below nought, so it varies as an average does, not as a share.
    distance = replace(indicator, argument=replace(indicator.argument, unit="average"))
    return replace(before_and_after(distance, apart, event), indicator=indicator, team=team)


def can_be_compared(indicator: Indicator) -> bool:
    """Tell whether one team can be set beside the others: a share or an average of teams, whose months are alike."""
    return "team" in indicator.columns and indicator.unit in CAN_BE_COMPARED and SCHOOL_YEAR not in indicator.reaches


def _apart(indicator: Indicator, month: date, team: str, groups: Sequence[Figure]) -> Figure:
    """Return how far a team lies from all others in a month, weighed by how many there are on either side."""
    ours = _halves([figure for figure in groups if figure.group == team])
    theirs = _halves([figure for figure in groups if figure.group != team])
    none = Figure(indicator.id, "", month, "average", None, None, None, 0, None)
    if not ours[1] or not theirs[1]:
        return none
    distance = (ours[0] / ours[1] - theirs[0] / theirs[1]) * scale_of(indicator.unit)
    return replace(none, value=distance, numerator=distance, denominator=1 / (1 / ours[1] + 1 / theirs[1]))


def _halves(groups: Sequence[Figure]) -> tuple[float, float]:
    """Add up the halves of those groups that have a figure."""
    counted = [figure for figure in groups if figure.value is not None and figure.numerator is not None]
    return sum(figure.numerator or 0.0 for figure in counted), sum(figure.denominator or 0.0 for figure in counted)
