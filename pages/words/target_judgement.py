"""Will it meet its target? The answer in words with an icon: as things are, hit and miss, or not without a change."""

from data.annotations.targets import NATIONAL, Target, target_on
from indicators.figures.figure import Figure
from indicators.variation.assurance import (
    CHANGING,
    HIT_AND_MISS,
    MET,
    NO_LIMITS,
    NO_TARGET,
    NOT_MET,
    Assurance,
    assure,
    meets,
    tolerated,
)
from pages.words import wording
from pages.words.series import Series
from pages.words.trend_judgement import judged

ICONS = {
    MET: ":material/verified:",
    HIT_AND_MISS: ":material/shuffle:",
    NOT_MET: ":material/block:",
    CHANGING: ":material/pending:",
    NO_LIMITS: ":material/help:",
    NO_TARGET: ":material/radio_button_unchecked:",
}
NAMES = {
    MET: "Meets its target, as things are",
    HIT_AND_MISS: "Hit and miss",
    NOT_MET: "Will not meet its target unless something changes",
    CHANGING: "Still changing, so it is too early to say whether it will meet its target",
    NO_LIMITS: "Too early to say whether it will meet its target",
    NO_TARGET: "No target set",
}
IN_SHORT = {
    MET: "meets it, as things are",
    HIT_AND_MISS: "hit and miss",
    NOT_MET: "will not meet it unless something changes",
    CHANGING: "still changing, too early to say",
    NO_LIMITS: "too early to say",
}
SHAPES = {
    "met": "●",
    "missed, within tolerance": "◐",
    "missed, outside tolerance": "○",
    "missed": "○",
}
"""A full circle where a target is met, half of one within its tolerance, and an empty one where it is missed."""
SELDOM = 24
"""Once in more months than this is said as less than once in so many."""


def assured(series: Series) -> Assurance:
    """Judge whether a series will meet its target."""
    return assure(judged(series), series.figures, series.target)


def will_it_meet(series: Series) -> str:
    """Say whether a series will meet its target, with an icon: for a card, a row or a trend."""
    assurance = assured(series)
    return f"{ICONS[assurance.answer]} **{NAMES[assurance.answer]}**{_because(series, assurance)}"


def whether_it_will(series: Series) -> str:
    """Say the same without an icon, for whoever does not see it."""
    assurance = assured(series)
    return f"{NAMES[assurance.answer]}{_because(series, assurance)}"


def in_short(series: Series) -> str:
    """Say in a few words, with an icon, whether a series will meet its target."""
    answer = assured(series).answer
    return f"{ICONS[answer]} {IN_SHORT[answer].capitalize()}"


def aim(target: Target, unit: str) -> str:
    """Write what a target asks for, as it was set: 95% or more, 16 or less, 10% to 20%."""
    ending = wording.ENDINGS.get(unit, "")
    least, most = (None if bound is None else f"{bound:,.10g}{ending}" for bound in (target.least, target.most))
    if least and most:
        return f"{least} to {most}"
    return f"{least} or more" if least else f"{most} or {'fewer' if unit == 'count' else 'less'}"


def tolerance_of(target: Target, unit: str) -> str:
    """Write by how much a figure may miss a target: tolerance 2 points; nothing where by nothing."""
    if target.tolerance is None:
        return ""
    points = " points" if unit == "percent" else ""
    return f"tolerance {target.tolerance:,.10g}{points}"


def asked_for(target: Target, unit: str) -> str:
    """Write what a target asks for, and its tolerance where it has one."""
    return ", ".join(part for part in (aim(target, unit), tolerance_of(target, unit)) if part)


def how_met(target: Target, figure: Figure) -> str:
    """Say whether a figure meets a target, or how it misses it; nothing where there is no figure."""
    is_met, is_tolerated = meets(target, figure), tolerated(target, figure)
    if is_met is None:
        return ""
    if is_met or is_tolerated is None:
        return "met" if is_met else "missed"
    return "missed, within tolerance" if is_tolerated else "missed, outside tolerance"


def with_shape(verdict: str) -> str:
    """Return how a target is met with a shape before it, for whoever looks for those that are not."""
    return f"{SHAPES[verdict]} {verdict}" if verdict in SHAPES else verdict


def whose(target: Target) -> str:
    """Say whose target it is and where it is written."""
    scope = "National" if target.scope == NATIONAL else "Local"
    return f"{scope} target, set by {wording.plain(target.set_by)}: {wording.plain(target.source)}."


def met(series: Series, figure: Figure) -> str:
    """Say of one month whether its target was met, for a table; a dash where there was none or no figure."""
    target = target_on(series.targets, series.indicator.id, figure.month)
    if target is None:
        return wording.NONE
    aimed, verdict = aim(target, figure.unit), how_met(target, figure)
    return f"{aimed}: {verdict}" if verdict else aimed


def _because(series: Series, assurance: Assurance) -> str:
    """Say what the target is, whether this month meets it, and what chance alone would make of it."""
    target, figure = series.target, series.now
    if target is None:
        return ": neither way is better." if series.indicator.argument.good == "none" else "."
    verdict = how_met(target, figure)
    done = f", {verdict} in {wording.month(figure.month)}" if verdict else ""
    return f": {aim(target, figure.unit)}{done}.{_luck(assurance)}"


def _luck(assurance: Assurance) -> str:
    """Say how often chance alone meets or misses a target between its limits."""
    if assurance.answer != HIT_AND_MISS or assurance.by_chance is None:
        return ""
    luck, verb = (assurance.by_chance, "meets") if assurance.by_chance <= 0.5 else (1 - assurance.by_chance, "misses")
    many = round(1 / luck) if luck else SELDOM + 1
    often = f"less than one month in {SELDOM}" if many > SELDOM else f"about one month in {many}"
    return f" As things are, chance alone {verb} it {often}."
