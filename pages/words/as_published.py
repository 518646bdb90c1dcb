"""An authority as DfE published it, in words: on which side of its neighbours it stands, and whether that is better."""

from collections import Counter
from collections.abc import Sequence

from indicators.comparison.comparison import CANNOT_TELL, HIGHER, LOWER, NO_FIGURE, SAME, Comparison
from indicators.engine.catalogue import indicator_called
from pages.words import wording

BETTER, WORSE, LIKE, NEITHER, UNTOLD = "better", "worse", "the same", "neither", "not known"
SIGNS = {BETTER: "● Better", WORSE: "▲ Worse", LIKE: "= The same", UNTOLD: "? Not known"}
SIDES = {HIGHER: "◆ Higher", LOWER: "◆ Lower"}
TURNED = {("high", HIGHER): BETTER, ("high", LOWER): WORSE, ("low", LOWER): BETTER, ("low", HIGHER): WORSE}
COUNTED = {
    WORSE: "worse than {whom}",
    BETTER: "better",
    LIKE: "the same",
    NEITHER: "higher or lower with no better side",
    UNTOLD: "not to be told, since a figure is missing or hidden",
}


def standing(comparison: Comparison) -> str:
    """Say whether a figure is better or worse than the average, the same, neither, or not known."""
    verdict = comparison.verdict
    if verdict in (NO_FIGURE, CANNOT_TELL):
        return UNTOLD
    if verdict == SAME:
        return LIKE
    return TURNED.get((indicator_called(comparison.asked.indicator).argument.good, verdict), NEITHER)


def sign(comparison: Comparison) -> str:
    """Write where a figure stands with a shape and a word."""
    return SIGNS.get(standing(comparison)) or SIDES[comparison.verdict]


def in_a_sentence(latest: Sequence[Comparison], place: str, whom: str) -> str:
    """Count published measures by where they stand: Of 41, 14 are worse than the median of neighbours, 20 better."""
    counted = Counter(map(standing, latest))
    average = {"neighbours": "the median of its neighbours", "england": "England"}[whom]
    parts = [f"{counted[name]} {words.format(whom=average)}" for name, words in COUNTED.items() if counted[name]]
    return (
        f"Of {wording.counted(len(latest), 'published shares and rates')} {place} has {wording.listed(parts)}. "
        "No difference here says by itself that it is more than chance: look at the funnel of a measure."
    )
