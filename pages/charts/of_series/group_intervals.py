"""Groups of a figure as they are drawn: each beside all of it, and between what chance would leave its share."""

from collections.abc import Sequence

from indicators.figures.differential import against_the_rest, has_rates, wilson
from indicators.figures.figure import Figure
from pages.charts.intervals import Interval, Intervals
from pages.words import wording
from pages.words.series import Series

ENDINGS = {"percent": "%"}


def group_intervals(series: Series, groups: Sequence[Figure], by: str) -> Intervals:
    """Declare the groups of a series in the month chosen; `by` names what they are groups of: team, ethnic group.

    A share has an interval after Wilson. Whether a group lies apart is judged as everywhere, beside all the others: the
    whole holds the group itself, and would hide how far a large one lies from the rest.
    """
    whole = series.now
    compared = against_the_rest(groups) if has_rates(series.indicator) else []
    apart = {against.group.group for against in compared if against.apart}
    rows = tuple(_interval(series, group, group.group in apart) for group in groups)
    label = f"all {wording.value(whole.unit, whole.value)}" if whole.value is not None and _is_share(whole) else ""
    return Intervals(rows, _in_words(rows, by), whole.value if label else None, label, ENDINGS.get(whole.unit, ""))


def _interval(series: Series, group: Figure, is_apart: bool) -> Interval:
    """Declare one group, with what it means where it lies apart from the others."""
    halves = f" ({halves})" if (halves := wording.halves(group)) else ""
    label = "nothing counted" if group.value is None else f"{wording.value(group.unit, group.value)}{halves}"
    if group.value is None or not _is_share(group) or not group.denominator:
        return Interval(group.group, group.value, label)
    low, high = (100 * limit for limit in wilson(group.numerator or 0, group.denominator))
    whole = series.now.value
    if whole is None or not is_apart:
        return Interval(group.group, group.value, label, low, high)
    is_above = group.value > whole
    return Interval(
        group.group, group.value, label, low, high, _meaning(series, is_above), "up" if is_above else "down"
    )


def _meaning(series: Series, is_above: bool) -> str:
    """Say whether it is good to lie above the whole, or below it."""
    good = series.indicator.argument.good
    if good not in ("low", "high"):
        return "neutral"
    return "improvement" if (good == "high") == is_above else "concern"


def _is_share(figure: Figure) -> bool:
    """Tell whether a figure is a share of subjects, so that chance has limits for it."""
    return figure.unit == "percent" and 0 <= (figure.numerator or 0) <= (figure.denominator or 0)


def _in_words(rows: Sequence[Interval], by: str) -> str:
    """Say in at most 30 words how many groups there are, and the lowest and the highest of them."""
    known = sorted((row for row in rows if row.value is not None), key=lambda row: row.value or 0)
    apart = [row for row in known if row.meaning]
    many = f"{len(rows)} groups by {by.lower()}"
    if not known:
        return f"{many}, none with a figure."
    ends = f"lowest {_short(known[0])}, highest {_short(known[-1])}"
    tail = "none apart from the rest" if not apart else f"{len(apart)} apart from the rest by more than chance"
    return f"{many}: {ends}; {tail}." if len(known) > 1 else f"{many}: {_short(known[0])}; {tail}."


def _short(row: Interval) -> str:
    """Name a group and its counts in few words."""
    words = row.name.split()
    return f"{' '.join(words[:5])}{'…' if len(words) > 5 else ''} {row.label}"
