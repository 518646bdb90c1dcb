"""How many headlines need attention, in words, and how many would stand out by chance alone."""

from collections import Counter
from collections.abc import Sequence

from indicators.variation.alerts import by_chance
from indicators.variation.judgement import CANNOT_TELL, CHANCE, CONCERN, IMPROVEMENT, NEUTRAL
from pages.words import wording
from pages.words.series import Series
from pages.words.trend_judgement import judged

HEADLINES = "headline figures"
COUNTED = {
    CONCERN: ("needs attention", "need attention"),
    IMPROVEMENT: ("is improving", "are improving"),
    NEUTRAL: ("is changing, neither for better nor for worse", "are changing, neither for better nor for worse"),
    CHANCE: ("moves no more than by chance", "move no more than by chance"),
    CANNOT_TELL: ("cannot be told yet", "cannot be told yet"),
}


def how_many(measured: Sequence[Series], what: str = HEADLINES) -> str:
    """Count measures by what they do: 4 need attention, 2 are improving, 6 move no more than by chance."""
    counted = Counter(judged(series).changing for series in measured)
    parts = [f"{counted[verdict]} {COUNTED[verdict][counted[verdict] != 1]}" for verdict in COUNTED if counted[verdict]]
    none = [] if counted[CONCERN] else ["none needs attention"]
    return f"Of {wording.counted(len(measured), what)}, {wording.listed([*none, *parts])}."


def without_figure(many: int) -> str:
    """Say how many more have no figure this month, so that nobody takes them for steady ones."""
    return f"{many} more {'has' if many == 1 else 'have'} no figure this month." if many else ""


def chance_alone(many: int) -> str:
    """Say how many of so many figures would stand out if nothing had changed."""
    expected = by_chance(many)
    number = "fewer than one" if not expected else f"about {expected}"
    return f"If nothing at all had changed, {number} of the {many} that can be judged would stand out by chance."
