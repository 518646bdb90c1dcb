"""Months beside a month: what was decided of the numbers that add up over months, laid beside what is attacked.

A number of twelve months is the sum of twelve single ones that another indicator tells. Whoever kept what was told of
the months before takes eleven of them away. Each of those months has cells of its own here, under its own name.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from data.access import PUBLIC
from data.months import months_before
from data.store.rehearsal import Readable
from indicators.disclosure.pack import NOUGHT
from indicators.engine.adding_up import NOT_YET_DUE, Number, OverMonths, Sum
from indicators.engine.catalogue import all_indicators
from indicators.figures.figure import Figure, Verdict


def decided_beside(store: Readable, authority: str, month: date) -> list[Figure]:
    """Return what was decided last of every month that shares one with a sum over months of this one."""
    names = sorted({name for sum_ in over_months() for name, _ in (sum_.whole, sum_.part)})
    if not names:
        return []
    most = max(sum_.months for sum_ in over_months())
    rows = store.ask(
        PUBLIC,
        """
        select
            month, indicator, breakdown, part, numerator, denominator, not_yet_due, verdict, rest_shown
        from measured.verdicts
        where authority = $authority and list_contains($names, indicator)
            and month between $first and $last and month <> $month
        qualify row_number() over (
            partition by month, indicator, breakdown, part order by decided_at desc, numerator
        ) = 1
        """,
        authority=authority,
        names=names,
        first=months_before(month, 2 * most - 1),
        last=months_before(month, 1 - most),
        month=month,
    )
    return [_figure(authority, row) for row in rows.to_dict("records")]


def sums_beside(
    month: date, figures: Sequence[Figure], decided: Sequence[Figure], sums: Sequence[Sum]
) -> tuple[list[Figure], list[Sum]]:
    """Return which of what was decided adds up with hidden numbers or with this month's, and what adds up in it.

    Sums are in the names of the months beside this one; each of those months adds up in itself, too.
    """
    of_months = list(_sums_over_months(month, decided))
    taking_part = _taking_part(of_months, figures, decided)
    beside = [figure for figure in decided if (figure.indicator, figure.by, figure.group) in taking_part]
    names = {figure.indicator for figure in beside}
    months = {figure.month for figure in beside}
    named = [
        {_named(number, other, month): times for number, times in total.items()} for other in months for total in sums
    ]
    return beside, [*of_months, *(total for total in named if {name for name, _ in total} <= names)]


def _sums_over_months(month: date, decided: Sequence[Figure]) -> Iterator[Sum]:
    """Yield what adds up over months, of all months that there are."""
    months = {figure.month for figure in decided} | {month}
    for sum_ in over_months():
        for last in sorted(months):
            within = [months_before(last, back) for back in range(sum_.months)]
            if months.issuperset(within):
                yield {_named(sum_.whole, last, month): 1} | {_named(sum_.part, part, month): -1 for part in within}


def _taking_part(
    sums: Sequence[Sum], figures: Sequence[Figure], decided: Sequence[Figure]
) -> set[tuple[str, str, str]]:
    """Return the figures, by indicator and place, of all sums that hold and of which a number is hidden or new."""
    names = {name for total in sums for name, _ in total}
    by_place: dict[tuple[str, str], dict[str, Figure]] = defaultdict(dict)
    for figure in (*figures, *decided):
        if figure.indicator in names and figure.numerator is not None:
            by_place[figure.by, figure.group][figure.indicator] = figure
    taking_part = set()
    for place, by_name in by_place.items():
        for total in sums:
            terms = [(times, by_name[name], kind) for (name, kind), times in total.items() if name in by_name]
            adds_up = abs(sum(times * (getattr(figure, kind) or 0.0) for times, figure, kind in terms)) < NOUGHT
            if len(terms) > 1 and adds_up and not all(_is_told(figure, kind) for _, figure, kind in terms):
                taking_part |= {(figure.indicator, *place) for _, figure, _ in terms}
    return taking_part


def _is_told(figure: Figure, kind: str) -> bool:
    """Tell whether a number was decided to be told."""
    verdict = figure.verdict
    return verdict is not None and verdict.is_shown and (verdict.is_rest_shown or kind != NOT_YET_DUE)


@cache
def over_months() -> tuple[OverMonths, ...]:
    """Return all that definitions declare to add up over months."""
    return tuple(sum_ for indicator in all_indicators().values() for sum_ in indicator.sums_over_months)


def _figure(authority: str, row: Mapping) -> Figure:
    """Return a figure as it was decided, under its month's name."""
    month, name = row["month"].date(), row["indicator"]
    denominator, rest = (None if row[half] != row[half] else row[half] for half in ("denominator", "not_yet_due"))
    return Figure(
        _name_in(name, month),
        authority,
        month,
        all_indicators()[name].unit,
        None,
        row["numerator"],
        denominator,
        None if rest is None else int(rest),
        None,
        by=row["breakdown"],
        group=row["part"],
        verdict=Verdict(row["verdict"], bool(row["rest_shown"])),
    )


def _named(number: Number, month: date, own: date) -> Number:
    """Return a number under the name of its month; those of the month that is looked at keep theirs."""
    name, kind = number
    return (name if month == own else _name_in(name, month)), kind


def _name_in(name: str, month: date) -> str:
    """Return the name of an indicator in a month beside."""
    return f"{name} {month:%Y-%m}"
