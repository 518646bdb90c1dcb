"""What the region's month comes to, in sentences: where ours stands, between what all lie, who has not published."""

from collections.abc import Sequence
from datetime import date

from indicators.comparison.averages import Average
from indicators.comparison.figure_range import Span
from indicators.comparison.ranking import rank_in_words
from indicators.comparison.region import MEDIAN, POOLED, RegionMonth
from pages.kit.frame.choices import Choices
from pages.kit.region.region_series import Area
from pages.words import wording
from pages.words.figure_range import shown

HIDDEN = "In {when} the figure of {place} is hidden, to protect small numbers."


def where_ours_stands(chosen: Choices, month: RegionMonth) -> str:
    """Say where the authority chosen stands among the others of the region, or why that cannot be said."""
    spans = {member.authority: span for member, span in month.spans}
    if chosen.authority not in spans:
        return f"{chosen.place} had published nothing by then."
    own = spans.pop(chosen.authority)
    when = wording.month(month.month)
    if own is None:
        return f"In {when} {chosen.place} has no figure. {rank_in_words(None, list(spans.values()))}."
    if not own.known:
        return HIDDEN.format(when=when, place=chosen.place)
    if month.nobody_to_compare:
        return f"In {when} {chosen.place} stood at {shown(month.measure, own)}."
    place = _small(rank_in_words(own, list(spans.values()))).replace("not published", "hidden")
    return f"In {when} {chosen.place} stood at {shown(month.measure, own)}: {place}."


def between_what(month: RegionMonth) -> str:
    """Say between whom all figures lie, their median, and what they come to together."""
    ranked = month.with_figure
    if not ranked:
        return "No figure of this month is told of any authority."
    if month.nobody_to_compare:
        return f"Of no authority but {ranked[0][0].name} is a figure told, so there is nobody to compare with."
    (most, high), (least, low) = ranked[0], ranked[-1]
    ends = f"from {shown(month.measure, low)} ({least.name}) to {shown(month.measure, high)} ({most.name})"
    parts = [f"The median is {_shown(month, month.average(MEDIAN))}; figures lie {ends}"]
    together = month.average(POOLED)
    if together.span is not None:
        parts += [f"all taken together it is {_shown(month, together)}"]
    return f"{'; '.join(parts)}."


def who_is_missing(areas: Sequence[Area], month: date) -> str:
    """Name the authorities that have not published the month chosen, each with the last that they have."""
    late = [f"{area.name} (up to {wording.short_month(area.latest)})" for area in areas if area.latest < month]
    when = wording.month(month)
    if not late:
        return f"All {len(areas)} authorities have published {when}."
    return (
        f"{len(areas) - len(late)} of {len(areas)} authorities have published {when}; not yet: {wording.listed(late)}."
    )


def _shown(month: RegionMonth, average: Average) -> str:
    """Write an average, or between what it lies."""
    return _told(month, average.span)


def _told(month: RegionMonth, span: Span | None) -> str:
    """Write what is known; c where what is hidden keeps it from being told, a dash where there is none."""
    return wording.CONFIDENTIAL if span is None and month.hidden else shown(month.measure, span)


def _small(sentence: str) -> str:
    """Begin with a small letter, as after a colon."""
    return sentence[:1].lower() + sentence[1:]


def by_month(months: Sequence[RegionMonth]) -> list[dict[str, str]]:
    """Return each month of the region as words, the newest first."""
    return [_row(month) for month in months]


def _row(month: RegionMonth) -> dict[str, str]:
    """Return one month as words."""
    return {
        "Month": wording.month(month.month),
        "With a figure": str(len(month.with_figure)),
        "Hidden": str(len(month.hidden)),
        "Without": str(len(month.without)),
        "Median": _shown(month, month.average(MEDIAN)),
        "Lowest": _told(month, month.lowest),
        "Highest": _told(month, month.highest),
        "Taken together": wording.NONE if month.measure.unit == "count" else _shown(month, month.average(POOLED)),
    }
