"""The same in a word or two, for cards and lines: what a measure does, how far it moved, and what its target asks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data.annotations.targets import Target
from indicators.engine.rounding import DECIMALS, half_up
from indicators.figures.figure import Figure
from indicators.variation.alerts import by_chance
from indicators.variation.assurance import meets
from indicators.variation.judgement import CANNOT_TELL, CHANCE, CONCERN, IMPROVEMENT, NEUTRAL
from indicators.variation.signals import UP
from pages.words import wording
from pages.words.series import Series
from pages.words.target_judgement import aim
from pages.words.trend_judgement import is_it_changing, judged

NO_FIGURE, NOT_JUDGED, HIDDEN = "no-figure", "cannot-tell", "hidden"
WORDS = {
    CONCERN: "Concern",
    IMPROVEMENT: "Improving",
    NEUTRAL: "Changing",
    CHANCE: "No news",
    CANNOT_TELL: "Not judged",
    NO_FIGURE: "No figure",
    HIDDEN: "Hidden",
}
"""No news is no more than chance; what is not judged is too short, too rare or counts up."""
MARKS = {IMPROVEMENT: "●", NEUTRAL: "◆", CHANCE: "–", CANNOT_TELL: "○", NO_FIGURE: "○"}
COUNTED = {
    CONCERN: ("needs attention", "need attention"),
    IMPROVEMENT: ("is improving", "are improving"),
    NEUTRAL: ("is changing, neither for better nor for worse", "are changing, neither for better nor for worse"),
    CHANCE: ("shows no news", "show no news"),
    NOT_JUDGED: ("is not judged", "are not judged"),
    HIDDEN: ("is hidden, to protect small numbers", "are hidden, to protect small numbers"),
    NO_FIGURE: ("has no figure", "have no figure"),
}
MINUS = "\N{MINUS SIGN}"
MET, MISSED = "met", "missed"


@dataclass(frozen=True)
class State:
    """Hold what a measure does: its name in a style sheet, the shape that stands for it, its word, and why."""

    name: str
    mark: str
    word: str
    why: str = ""


def state_of(series: Series) -> State:
    """Return what a measure does this month. A concern is a triangle that points where the figures go."""
    if series.now.value is None:
        word = WORDS[HIDDEN if wording.is_hidden(series.now) else NO_FIGURE]
        return State(NO_FIGURE, MARKS[NO_FIGURE], word, series.now.reason)
    judgement = judged(series)
    changing, signal = judgement.changing, judgement.signal
    mark = MARKS.get(changing) or ("▲" if signal is None or signal.way == UP else "▼")
    why = is_it_changing(series).partition(": ")[2]
    return State(
        NOT_JUDGED if changing == CANNOT_TELL else changing, mark, WORDS[changing], f"{why[:1].upper()}{why[1:]}"
    )


def is_news(series: Series) -> bool:
    """Tell whether a measure that has a figure changes by more than chance."""
    return series.now.value is not None and judged(series).changing in (CONCERN, IMPROVEMENT, NEUTRAL)


def apart(is_now: Figure, earlier: Figure | None) -> str:
    """Write how far a figure lies from an earlier one, as both are shown: +0.3, −1.2, 0; nothing where it cannot be."""
    if is_now.value is None or earlier is None or earlier.value is None:
        return ""
    decimals = DECIMALS.get(is_now.unit, 1)
    moved = half_up(is_now.value, decimals) - half_up(earlier.value, decimals)
    return f"{'+' if moved > 0 else MINUS if moved < 0 else ''}{abs(moved):,}" if moved else "0"


def moved(series: Series) -> str:
    """Write how far a measure lies from a month and a year before: +0.3 points since September, −1.2 in a year."""
    points = " points" if series.now.unit == "percent" else ""
    before, year_before = series.ago(1), series.ago(12)
    parts = []
    if (by := apart(series.now, before)) and before:
        parts.append(f"same as {before.month:%B}" if by == "0" else f"{by}{points} since {before.month:%B}")
    if by := apart(series.now, year_before):
        unit = "" if any(points in part for part in parts) else points
        parts.append("same as a year ago" if by == "0" else f"{by}{unit} in a year")
    return ", ".join(parts)


def how_many_change(all_series: Sequence[Series]) -> str:
    """Count what measures do, and what chance alone would do: 2 need attention, 1 is improving, 9 show no news."""
    counted = Counter(HIDDEN if wording.is_hidden(series.now) else state_of(series).name for series in all_series)
    parts = in_counts(counted)
    judgeable = sum(counted[name] for name in (CONCERN, IMPROVEMENT, NEUTRAL, CHANCE))
    expected = by_chance(judgeable)
    alone = f"By chance alone {f'about {expected}' if expected else 'fewer than one'} of {judgeable} would change."
    counts = wording.listed([*([] if counted[CONCERN] or not judgeable else ["none needs attention"]), *parts])
    return f"{counts[:1].upper()}{counts[1:]}. {alone if judgeable else ''}".strip() if counts else ""


def in_counts(counted: Mapping[str, int]) -> list[str]:
    """Write how many of each kind do what it does, concerns first: 1 needs attention, 2 are improving."""
    many = {name: counted.get(name, 0) for name in COUNTED}
    return [f"{wording.number(many[name])} {verbs[many[name] != 1]}" for name, verbs in COUNTED.items() if many[name]]


def aimed(target: Target | None, figure: Figure) -> tuple[str, str]:
    """Return what a target asks for, and whether a figure met or missed it; nothing where there is none."""
    if target is None:
        return "", ""
    is_met = meets(target, figure)
    return aim(target, figure.unit), "" if is_met is None else MET if is_met else MISSED
