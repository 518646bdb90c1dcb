"""Differences between ethnic groups: which groups lie apart from the rest, by how much, and for how many months."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.access import Reader
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.declaration import Indicator
from indicators.figures.breakdown import NOT_KNOWN, breakdown
from indicators.figures.differential import POOLED, Against, against_the_rest, has_rates, is_few, pooled
from indicators.figures.figure import Figure
from pages.report.document import Table
from pages.report.subjects import all_subjects
from pages.words import wording
from pages.words.differential import by_chance, own_share, reach, share_of_the_rest

BY = "ethnicity"
YEAR = 12
"""Months back over which it is asked how long a difference has stood."""
MOST_ROWS = 12
HEADINGS = ("Measure", "Group", "Its share", "The rest", "Times the rest", "For how long", "Which way is better")
HOW_TO_READ = (
    "Each group is set beside all other children whose ethnic group is known, with limits of 95% confidence. Groups of "
    "fewer than ten are not told of. A difference is a question, not an answer: age, need and placement differ, too."
)
NOTHING = "No share of this month can be set side by side by ethnic group."


@dataclass(frozen=True)
class Equalities:
    """Hold what is to be said of ethnic groups, and the table of those that lie apart, if any does."""

    text: str
    table: Table | None = None


@dataclass(frozen=True)
class Standing:
    """Hold a group that lies apart from the rest, and for how many months running it has lain on that side."""

    indicator: Indicator
    against: Against
    months: int


def equalities(store: Store, reader: Reader, authority: str, months: Sequence[date]) -> Equalities:
    """Set the ethnic groups of every measure of the report beside the rest, as the reader may see them."""
    measures = [indicator_called(name) for subject in all_subjects() for name in subject.indicators]
    indicators = [indicator for indicator in measures if has_rates(indicator) and "child_id" in indicator.columns]
    comparisons, standing = differences(store, reader, indicators, authority, months[-YEAR:])
    if not comparisons:
        return Equalities(NOTHING)
    apart, verb = wording.counted(len(standing), "groups"), "lies" if len(standing) == 1 else "lie"
    text = (
        f"Of {wording.counted(comparisons, 'comparisons')} of an ethnic group with the rest, {apart} {verb} apart; "
        f"about {by_chance(comparisons)} would by chance alone. {HOW_TO_READ}"
    )
    first = f", the first {MOST_ROWS}" if len(standing) > MOST_ROWS else ""
    caption = f"Groups that lie apart from the rest, the longest standing first{first}"
    return Equalities(text, Table(caption, HEADINGS, tuple(map(_row, standing[:MOST_ROWS]))) if standing else None)


def differences(
    store: Store, reader: Reader, indicators: Sequence[Indicator], authority: str, months: Sequence[date]
) -> tuple[int, list[Standing]]:
    """Return how many comparisons the last month allows, and the groups that lie apart, the longest standing first.

    A measure of which any group is hidden from the reader is left out: the rest could not be added up.
    """
    groups: dict[tuple[str, date], list[Figure]] = defaultdict(list)
    for figure in breakdown(store, reader, indicators, authority, months, BY) if indicators else []:
        groups[figure.indicator, figure.month].append(figure)
    comparisons, standing = 0, []
    for indicator in indicators:
        by_month = [_compared(indicator, groups[indicator.id, month]) for month in months]
        comparisons += len(by_month[-1])
        for group, against in by_month[-1].items():
            if against.apart:
                standing.append(Standing(indicator, against, _months_apart(by_month, group)))
    return comparisons, sorted(standing, key=lambda difference: (-difference.months, -difference.against.distance))


def _compared(indicator: Indicator, groups: Sequence[Figure]) -> Mapping[str, Against]:
    """Set the groups of a measure and month beside the rest, those of few left out."""
    if any(map(wording.is_hidden, groups)):
        return {}
    compared = against_the_rest(pooled(indicator, groups))
    return {
        against.group.group: against
        for against in compared
        if not is_few(against.group) and against.group.group != NOT_KNOWN and not against.group.group.startswith(POOLED)
    }


def _months_apart(by_month: Sequence[Mapping[str, Against]], group: str) -> int:
    """Count for how many months running, up to the last, a group has lain apart on the side where it lies now."""
    is_above, months = by_month[-1][group].times > 1, 0
    for compared in reversed(by_month):
        against = compared.get(group)
        if against is None or not against.apart or (against.times > 1) != is_above:
            break
        months += 1
    return months


def _row(standing: Standing) -> tuple[str, ...]:
    """Write a group that lies apart as a row of the table."""
    against = standing.against
    return (
        standing.indicator.title,
        against.group.group,
        own_share(against),
        share_of_the_rest(against),
        reach(against),
        wording.counted(standing.months, "months") + (" or more" if standing.months == YEAR else ""),
        wording.polarity(standing.indicator),
    )
