"""Best and worst case: between what a figure would lie if the dates that are blank in its records were known.

A blank date may mean that nothing was done, or that nobody wrote it down, and only the team can tell. So the definition
is asked again with every blank date as early and as late as it can be, for those whom the figure is out of.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.access import Act, Reader
from data.extract import Date
from data.extracts import all_extracts
from data.store.store import Store
from indicators.engine.binding import EXACT, filled_query
from indicators.engine.declaration import Indicator
from indicators.figures.measured_figures import whole_inputs

EARLY, LATE = "early", "late"


@dataclass(frozen=True)
class IfKnown:
    """Hold on how many subjects a figure hangs by a blank date, out of how many, and between what it may lie."""

    hanging: int
    subjects: int
    low: float | None
    high: float | None


def dates_it_can_miss(indicator: Indicator) -> dict[str, list[str]]:
    """Return the dates that a definition reads and that may be blank, by extract; the end of what goes on is none."""
    missable = {}
    for name in indicator.extracts:
        declared = all_extracts()[name]
        missable[name] = [
            column.name
            for column in declared.columns
            if isinstance(column, Date)
            and not column.required
            and column.name not in declared.open_between
            and re.search(rf"\b{column.name}\b", indicator.sql_in_full)
        ]
    return {name: columns for name, columns in missable.items() if columns}


def if_known(store: Store, reader: Reader, indicator: Indicator, authority: str, month: date) -> IfKnown | None:
    """Return between what a percentage would lie if blank dates were known; None where it hangs on none."""
    reader.must_of(Act.EXACT, indicator.service)
    missing = dates_it_can_miss(indicator)
    whole = (
        whole_inputs(store, reader, [indicator], authority, month) if missing and indicator.unit == "percent" else []
    )
    if not whole:
        return None
    loads = whole[0][1]
    counts = store.ask(
        reader,
        f"""
        with published as ({filled_query(indicator, month, loads, {})}),
        filled as (
            {filled_query(indicator, month, loads, _filled(missing, month, EARLY))}
            union all
            {filled_query(indicator, month, loads, _filled(missing, month, LATE))}
        ),
        reach as (
            select subject, min(numerator) as least, max(numerator) as most
            from filled
            where denominator > 0
            group by subject
        )
        select
            count(*) filter (
                where coalesce(reach.least, published.numerator) <> published.numerator
                    or coalesce(reach.most, published.numerator) <> published.numerator
            ) as hanging,
            count(*) as subjects,
            sum(published.denominator::{EXACT}) as below,
            sum(least(published.numerator, reach.least)::{EXACT}) as low,
            sum(greatest(published.numerator, reach.most)::{EXACT}) as high
        from published
        left join reach on reach.subject = published.subject
        where published.denominator > 0
        """,
    ).to_dict("records")[0]
    if not counts["hanging"]:
        return None
    low, high = (counts[end] / counts["below"] * 100 for end in ("low", "high"))
    return IfKnown(int(counts["hanging"]), int(counts["subjects"]), low, high)


def _filled(missing: Mapping[str, list[str]], month: date, when: str) -> dict[str, dict[str, str]]:
    """Say in SQL with what each blank date is filled: the month end, or the earliest day that its row allows."""
    return {
        extract: {
            column: f"date '{month}'" if when == LATE else _earliest(extract, column, month) for column in columns
        }
        for extract, columns in missing.items()
    }


def _earliest(extract: str, column: str, month: date) -> str:
    """Say in SQL the earliest day of a blank date: the date that it may not lie before, or the row's beginning."""
    declared = all_extracts()[extract]
    own = declared[column]
    earliest = own.not_before if isinstance(own, Date) else ""
    starts = [name for name in (earliest, declared.open_between[0]) if name in declared.column_names and name != column]
    days = ", ".join([*starts, f"date '{month}'"])
    return f"coalesce({days})"
