"""Periods of care, as what hangs on them sees them: from the first day to the last, short breaks left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.ordinal_days import LAST_DAY, day
from data.invention.people import Child, Episode

FIRST_DAY = day(2021, 9, 1)
"""Nothing that hangs on care is told of an earlier day: the longest window of it reaches back 24 months."""


@dataclass(frozen=True, eq=False)
class Period:
    """Hold one period of care: its child, its first day, the day it ended, and its episodes."""

    child: Child
    start: int
    end: int
    episodes: tuple[Episode, ...]

    def placement_on(self, when: int) -> Episode:
        """Return the episode of a day."""
        return [episode for episode in self.episodes if episode.start <= when][-1]


def periods_of_care(children: list[Child]) -> Iterator[Period]:
    """Give each period of care that had not ended when the telling begins."""
    for child in children:
        mine: list[Episode] = []
        for episode in child.episodes:
            if episode.legal_status in ("V3", "V4"):
                continue
            mine.append(episode)
            if episode.reason_ended != "X1":
                if episode.end > FIRST_DAY and mine[0].start <= LAST_DAY:
                    yield Period(child, mine[0].start, episode.end, tuple(mine))
                mine = []


def told(when: int) -> bool:
    """Tell whether a day lies where something can be told of it."""
    return FIRST_DAY <= when <= LAST_DAY
