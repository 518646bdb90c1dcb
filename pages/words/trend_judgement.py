"""Is it changing? The answer in words with an icon: an improvement, a concern, a change, or no more than chance.

Only here may a figure be said to rise or fall, and only where it does so by more than chance.
"""

from collections.abc import Sequence
from functools import lru_cache

from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from indicators.variation.control_chart import LEAST, OF_FEW, OF_HOW_MANY, RUN_CHART, UNVARIED, G, T
from indicators.variation.judgement import (
    CANNOT_TELL,
    CHANCE,
    CONCERN,
    COUNTS_UP,
    IMPROVEMENT,
    NEUTRAL,
    Judgement,
    judge,
)
from indicators.variation.signals import NEAR, OUTSIDE, SHIFT, UP, Signal
from pages.words import wording
from pages.words.series import Series

ICONS = {
    IMPROVEMENT: ":material/check_circle:",
    CONCERN: ":material/error:",
    NEUTRAL: ":material/change_circle:",
    CHANCE: ":material/do_not_disturb_on:",
    CANNOT_TELL: ":material/help:",
}
NAMES = {
    IMPROVEMENT: "Improvement",
    CONCERN: "Concern",
    NEUTRAL: "A change, neither good nor bad by itself",
    CHANCE: "No more than chance",
    CANNOT_TELL: "Cannot be told",
}


def judged(series: Series) -> Judgement:
    """Judge a series."""
    return _judged(series.indicator, series.figures, series.segment.begins)


def judged_each(series: Series) -> list[Judgement]:
    """Judge each segment of a series, the oldest first, as it was judged at its end."""
    begins = [segment.begins for segment in series.segments]
    ends = [*begins[1:], len(series.figures)]
    return [_judged(series.indicator, series.figures[:end], begin) for begin, end in zip(begins, ends, strict=True)]


@lru_cache(maxsize=2000)
def _judged(indicator: Indicator, figures: tuple[Figure, ...], begins: int) -> Judgement:
    """Judge figures once for as long as they are the same."""
    return judge(indicator, figures, begins)


def changing(series: Series) -> str:
    """Say whether a series is changing, with an icon: for a card, a row or a trend."""
    judgement = judged(series)
    return f"{ICONS[judgement.changing]} **{NAMES[judgement.changing]}**{_because(series, judgement)}"


def is_it_changing(series: Series) -> str:
    """Say the same without an icon, for whoever does not see it."""
    judgement = judged(series)
    return f"{NAMES[judgement.changing]}{_because(series, judgement)}"


def how_it_is_judged(judgement: Judgement) -> str:
    """Say which chart and which limits a judgement rests on; nothing where there are none."""
    variation = judgement.variation
    if variation.why_none or variation.kind == RUN_CHART:
        return ""
    if variation.kind in (T, G):
        return (
            f"Events this rare are judged by what lies between them ({variation.kind} chart), so months have no limits."
        )
    carried = " They are wide since much of what is counted stays from month to month." if variation.carries else ""
    return f"Grey lines: the average, and the limits within which chance keeps it ({variation.kind} chart).{carried}"


def _because(series: Series, judgement: Judgement) -> str:
    """Say what the judgement rests on."""
    if judgement.signal is not None:
        return f": {_signal_in_words(judgement.signal, judgement.variation.kind, series.figures)}."
    why = judgement.variation.why_none
    values = [figure.value for figure in series.figures[judgement.variation.begins :] if figure.value is not None]
    if judgement.changing == CHANCE:
        if why != UNVARIED:
            return ": months differ as they usually do."
        alike = len(set(values)) == 1
        return ": it has been the same in every month." if alike else ": it seldom differs from one month to the next."
    if why == COUNTS_UP:
        return ": it counts up from September, so months are not alike."
    if why == OF_HOW_MANY:
        return ": it is not told here of how many children these are, without which change is not told from chance."
    if len(values) < LEAST:
        where = f" since {wording.plain(series.segment.event.title)}" if series.segment.event else ""
        many = wording.counted(len(values), "months")
        return f": {many} known{where}, and {LEAST} are needed to tell change from chance."
    if why == OF_FEW:
        return ": an average of fewer than ten moves with each of them."
    return ": such events are too few to tell change from chance. Read each of them."


def _signal_in_words(signal: Signal, kind: str, figures: Sequence[Figure]) -> str:
    """Say what a signal shows: fell below its lower limit, March to June 2026."""
    up = signal.way == UP
    when = _when(figures[signal.first], figures[signal.last])
    if kind in (T, G):
        return f"{'more often' if up else 'less often'} than chance makes it, {when}"
    if signal.rule == OUTSIDE:
        return f"{'rose above its upper' if up else 'fell below its lower'} limit, {when}"
    if signal.rule == NEAR:
        return f"close to its {'upper' if up else 'lower'} limit, {when}"
    many = wording.counted(signal.last - signal.first + 1, "months")
    if signal.rule == SHIFT:
        return f"{many} running {'above' if up else 'below'} its average, {when}"
    return f"{'rose' if up else 'fell'} {many} running, {when}"


def _when(first: Figure, last: Figure) -> str:
    """Write the months of a signal."""
    if first.month == last.month:
        return wording.month(first.month)
    begin = f"{first.month:%B}" if first.month.year == last.month.year else wording.month(first.month)
    return f"{begin} to {wording.month(last.month)}"
