"""Placement panels: which moves of looked-after children a panel looked at, beforehand or soon after."""

from data.invention.care_periods import Period, told
from data.invention.chance import Chance
from data.invention.dated_record import Record
from data.invention.ordinal_days import first_day, working_day
from data.invention.stories import PANELS, PANELS_SHARE_AFTER, PANELS_SHARE_BEFORE

MOVES = ("P", "B")
AFTERWARDS, BEFORE_A_MOVE, AFTER_A_MOVE = 0.3, (3, 6, 10, 16, 24), (1, 4, 8, 11)
DECISION_SHARE = {"AGREED": 86, "DEFERRED": 9, "REFUSED": 5}


def placement_panels(seed: int, periods: list[Period]) -> list[Record]:
    """Bring some moves to a panel; a child is looked at once by one panel."""
    chance, seen = Chance(seed, "placement panels"), {}
    for period in periods:
        own = chance.aside()
        for episode in period.episodes:
            if episode.reason_started not in MOVES:
                continue
            shift = own.along(AFTER_A_MOVE) if own.yes(AFTERWARDS) else -own.along(BEFORE_A_MOVE)
            has_begun = episode.start >= first_day(PANELS.begins)
            decision = own.one_of(DECISION_SHARE)
            if own.yes(PANELS_SHARE_AFTER if has_begun else PANELS_SHARE_BEFORE) and told(episode.start):
                when = working_day(max(episode.start + shift, period.start))
                seen[period.child.child_id, when] = decision
    return [
        Record("placement_panels", when, when, (child_id, when, decision), child_id)
        for (child_id, when), decision in seen.items()
    ]
