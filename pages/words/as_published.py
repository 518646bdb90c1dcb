"""What DfE published, in words: on which side of its neighbours an authority stands, and others beside ours."""

from collections import Counter
from collections.abc import Sequence

from indicators.comparison.comparison import CANNOT_TELL, HIGHER, LOWER, NO_FIGURE, SAME, Comparison
from indicators.comparison.figure_range import Span
from indicators.comparison.latest_published import LatestPublished
from indicators.comparison.published_figure import measure_of
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.figure import Figure
from pages.words import wording
from pages.words.figure_range import shown

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
NONE_PUBLISHED, NOT_COMPARABLE, NOT_LOADED, HIDDEN = "none published", "not comparable", "not loaded", "ours is hidden"
NOT_YET = "Ours is counted otherwise, so it is not yet comparable."


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


def others_in_short(latest: LatestPublished, figure: Figure) -> str:
    """Say what others stood at in as few words as a row has room for: neighbours 19.4%, England 24.5%."""
    named = (("neighbours", latest.neighbours.span), ("England", latest.england.span))
    parts = [f"{name} {_bare(latest, span)}" for name, span in named if span is not None]
    return " · ".join([*parts, *([HIDDEN] if wording.is_hidden(figure) else [])])


def others_told(latest: LatestPublished, figure: Figure) -> str:
    """Say the same in at most 30 words, for whoever does not see the marks."""
    ours = f"Us {wording.value(figure.unit, figure.value)}; " if figure.value is not None else ""
    spread = f" (middle half {_bare(latest, latest.spread)})" if latest.spread else ""
    near = f"neighbours' median {_bare(latest, latest.neighbours.span)}{spread}; " if latest.neighbours.span else ""
    whole = f"England {_bare(latest, latest.england.span)}; " if latest.england.span else ""
    return f"{ours}{near}{whole}{wording.day(latest.as_at)}."


def others_in_full(indicator: Indicator, latest: LatestPublished) -> str:
    """Say what neighbours and England stood at on a day, and that a month counted otherwise is not comparable yet."""
    near, whole = (shown(latest.measure, average.span) for average in (latest.neighbours, latest.england))
    why = " ".join(average.reason for average in (latest.neighbours, latest.england) if average.span is None)
    spread = f" (the middle half: {shown(latest.measure, latest.spread)})" if latest.spread else ""
    sentence = (
        f"On {wording.day(latest.as_at)} the median of our statistical neighbours was {near}{spread}, England {whole}."
    )
    parts = (sentence, why, NOT_YET if indicator.argument.differs else "")
    return " ".join(part for part in parts if part)


def why_nobody(indicator: Indicator) -> str:
    """Say in a word or two why an indicator stands beside nobody."""
    if measure := measure_of(indicator):
        return NOT_COMPARABLE if measure.unit == "count" else NOT_LOADED
    return NONE_PUBLISHED


def _bare(latest: LatestPublished, span: Span | None) -> str:
    """Write a published figure: 0.5–2.6%; of a rate, whose unit stands beside ours, the number alone."""
    text = shown(latest.measure, span).replace(wording.ENDINGS["rate"], "")
    return text.replace("% to ", "–").replace(" to ", "–")
