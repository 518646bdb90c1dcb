"""Liberty: homes that are not registered, for want of others, and orders by which children are deprived of liberty."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import LAST_DAY, birthday, first_day
from data.invention.people import Child, Episode
from data.invention.stories import (
    UNREGISTERED,
    UNREGISTERED_DAYS,
    UNREGISTERED_SHARE,
    UNREGISTERED_UNDER_AN_ORDER,
)

REGISTERED, UNREGISTERED_HOME = "K2", "Z12"
SINCE = first_day("2021-11")
OLD_ENOUGH = 11
IN_A_HOME, STAYS_IN_A_HOME = 0.07, 60
"""The share of stays in children's homes that are under an order, and the days that such a stay lasts at least."""
ORDER_AFTER, ORDER_LASTS = (0, 1, 3, 6), 84
"""Days from moving in to the order, and for how long a court makes one at most before it must be made again."""
RENEWED = 0.6


def move_to_unregistered_homes(seed: int, children: Sequence[Child]) -> None:
    """Have some children live in a home that is not registered, where they would have lived in a registered one.

    DfE wants no provider of such a home. Nothing else of a life changes, so it is done once all others are told.
    """
    chance = Chance(seed, "unregistered homes")
    for _, episode, later in stays(children):
        moves_in = episode.start >= first_day(UNREGISTERED.begins) and episode.reason_started in ("S", "P", "B")
        moves_out = later is None or later.reason_started in ("S", "P", "B")
        is_short = UNREGISTERED_DAYS[0] <= episode.end - episode.start <= UNREGISTERED_DAYS[1]
        if moves_in and moves_out and is_short and chance.yes(UNREGISTERED_SHARE):
            episode.placement, episode.provider = UNREGISTERED_HOME, ""


def stays(children: Sequence[Child]) -> Iterator[tuple[Child, Episode, Episode | None]]:
    """Give each stay of an older child in a home, short breaks left out, and the episode that followed."""
    for child in children:
        for episode, later in zip_longest(child.episodes, child.episodes[1:]):
            of_age = episode.start >= birthday(child.born, OLD_ENOUGH)
            in_a_home = episode.placement in (REGISTERED, UNREGISTERED_HOME)
            if in_a_home and of_age and episode.legal_status not in ("V3", "V4") and SINCE < episode.start <= LAST_DAY:
                yield child, episode, later


def liberty_orders(seed: int, children: Sequence[Child]) -> list[Record]:
    """Tell of the orders in force while children lived in homes: most of those not registered, few of the others."""
    chance, records = Chance(seed, "liberty orders"), []
    for child, episode, _ in stays(children):
        aside = chance.aside()
        is_unregistered = episode.placement == UNREGISTERED_HOME
        share = UNREGISTERED_UNDER_AN_ORDER if is_unregistered else IN_A_HOME
        lasts = episode.end - episode.start
        if aside.yes(share) and lasts > (ORDER_AFTER[-1] if is_unregistered else STAYS_IN_A_HOME):
            records += orders_of(aside, child, episode)
    return records


def orders_of(chance: Chance, child: Child, episode: Episode) -> Iterator[Record]:
    """Make an order soon after a child moved in, and again while the stay lasts; each ends with the stay or before."""
    start, goes_on = episode.start + chance.along(ORDER_AFTER), True
    while goes_on and start < episode.end:
        end = min(start + ORDER_LASTS, episode.end)
        yield Record("liberty_orders", start, end, (child.child_id, start, end), child.child_id)
        start, goes_on = end, chance.yes(RENEWED)
