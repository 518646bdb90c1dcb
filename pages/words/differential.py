"""A group beside the rest, in words: its share and theirs, how far apart they are, and what chance alone would make."""

from indicators.figures.differential import Against, is_few
from pages.words import wording

CHANCE = 0.05
"""How many of those that are alike lie apart by chance alone: what an interval of 95% leaves out."""
MOST = 100
"""Times the rest beyond which a number says no more."""


def reach(against: Against) -> str:
    """Write how many times the rest's share a group's is, and between what that may lie: 2.9 (1.4 to 4.9)."""
    ratio, low, high = (wording.number(min(end, MOST), 2) for end in (against.times, against.low, against.high))
    return f"{ratio} ({low} to {high})" if against.high <= MOST else f"{ratio} ({low} or more)"


def own_share(against: Against) -> str:
    """Write the share of a group with what it is made of, and where few stand behind it."""
    few = ", few" if is_few(against.group) else ""
    return f"{wording.value('percent', against.group.value)} ({wording.halves(against.group)}{few})"


def share_of_the_rest(against: Against) -> str:
    """Write the share of all others with what it is made of."""
    above, below = against.rest
    share = wording.value("percent", above / below * 100)
    return f"{share} ({wording.plainest(above)} of {wording.plainest(below)})"


def by_chance(comparisons: int) -> str:
    """Write how many of so many comparisons lie apart by chance alone."""
    return wording.number(comparisons * CHANCE)
