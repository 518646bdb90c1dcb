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


def whose(target: Target) -> str:
    """Say whose target it is and where it is written."""
    scope = "National" if target.scope == NATIONAL else "Local"
    return f"{scope} target, set by {wording.plain(target.set_by)}: {wording.plain(target.source)}."


def met(series: Series, figure: Figure) -> str:
    """Say of one month whether its target was met, for a table; a dash where there was none or no figure."""
    target = target_on(series.targets, series.indicator.id, figure.month)
    if target is None:
        return wording.NONE
    aimed, is_met = aim(target, figure.unit), meets(target, figure)
    return aimed if is_met is None else f"{aimed}: {'met' if is_met else 'missed'}"


def _because(series: Series, assurance: Assurance) -> str:
    """Say what the target is, whether this month meets it, and what chance alone would make of it."""
    target, figure = series.target, series.now
    if target is None:
        return ": neither way is better." if series.indicator.argument.good == "none" else "."
    is_met = meets(target, figure)
    done = "" if is_met is None else f", {'met' if is_met else 'missed'} in {wording.month(figure.month)}"
    return f": {aim(target, figure.unit)}{done}.{_luck(assurance)}"


def _luck(assurance: Assurance) -> str:
    """Say how often chance alone meets or misses a target between its limits."""
    if assurance.answer != HIT_AND_MISS or assurance.by_chance is None:
        return ""
    luck, verb = (assurance.by_chance, "meets") if assurance.by_chance <= 0.5 else (1 - assurance.by_chance, "misses")
    many = round(1 / luck) if luck else SELDOM + 1
    often = f"less than one month in {SELDOM}" if many > SELDOM else f"about one month in {many}"
    return f" As things are, chance alone {verb} it {often}."
