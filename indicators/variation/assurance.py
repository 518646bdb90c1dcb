"""Will it meet its target? Judged by the limits of the latest segment, and never by one month alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import NormalDist

from data.annotations.targets import Target
from indicators.engine.rounding import DECIMALS, exact, half_up
from indicators.figures.figure import Figure
from indicators.variation.control_chart import UNVARIED
from indicators.variation.judgement import CHANCE, CONCERN, IMPROVEMENT, Judgement

MET, HIT_AND_MISS, NOT_MET = "met", "hit and miss", "not met"
NO_TARGET, CHANGING, NO_LIMITS = "no target", "changing", "no limits"
"""With how many decimals a figure is shown, where not with one: it meets a target as it is shown."""


@dataclass(frozen=True)
class Assurance:
    """Hold whether a target will be met, and how often chance alone meets it, 0 to 1, where limits tell."""

    answer: str
    by_chance: float | None = None


def meets(target: Target, figure: Figure) -> bool | None:
    """Tell whether a figure, as it is shown, meets a target; None where there is no figure."""
    if figure.value is None:
        return None
    shown = float(half_up(figure.value, DECIMALS[figure.unit]))
    least, most = ends(target)
    return least <= shown <= most


def tolerated(target: Target, figure: Figure) -> bool | None:
    """Tell whether a figure that misses a target is within its tolerance; None where it meets it, or there is none."""
    if figure.value is None or target.tolerance is None or meets(target, figure):
        return None
    shown = float(half_up(figure.value, DECIMALS[figure.unit]))
    least, most = ends(target)
    short = exact(least - shown) if shown < least else exact(shown - most)
    return short <= target.tolerance


def ends(target: Target) -> tuple[float, float]:
    """Return between what a target lies; an end that is open is infinite."""
    return -inf if target.least is None else target.least, inf if target.most is None else target.most


def assure(judgement: Judgement, figures: Sequence[Figure], target: Target | None) -> Assurance:
    """Say whether a target will be met as things are.

    Limits tell what comes only while nothing changes: where a signal counts, no more is said than it makes plainer.
    """
    if target is None:
        return Assurance(NO_TARGET)
    variation = judgement.variation
    low, centre, high = (values[-1] for values in (variation.low, variation.centre, variation.high))
    if low is None or centre is None or high is None:
        return Assurance(_without_limits(judgement, figures, target))
    least, most = ends(target)
    if least <= low and high <= most:
        answer, bears_out = MET, IMPROVEMENT
    elif high < least or low > most:
        answer, bears_out = NOT_MET, CONCERN
    else:
        answer, bears_out = HIT_AND_MISS, CHANCE
    if judgement.changing not in (CHANCE, bears_out):
        return Assurance(CHANGING)
    return Assurance(answer, _by_chance(low, centre, high, least, most))


def _by_chance(low: float, centre: float, high: float, least: float, most: float) -> float:
    """Return how often chance alone puts a month between two ends."""
    sigma = max(high - centre, centre - low) / 3
    if not sigma:
        return float(least <= centre <= most)
    spread = NormalDist(centre, sigma)
    return spread.cdf(most) - spread.cdf(least)


def _without_limits(judgement: Judgement, figures: Sequence[Figure], target: Target) -> str:
    """Say what can be said where there are no limits: what never differs goes on as it is."""
    verdicts = [meets(target, figure) for figure in figures[judgement.variation.begins :] if figure.value is not None]
    if judgement.variation.why_none != UNVARIED or len(set(verdicts)) != 1:
        return NO_LIMITS
    return MET if verdicts[0] else NOT_MET
