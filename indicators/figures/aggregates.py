"""Figures given already counted, by an authority that can give no records: read from its aggregates, never added up."""

from collections.abc import Sequence
from datetime import date

from data.access import Reader
from data.ledger.clock import end_of
from data.store.rehearsal import Readable
from indicators.engine.declaration import Indicator
from indicators.engine.population import POPULATION
from indicators.figures.figure import AGGREGATES

NOT_BROKEN_DOWN = "rows.breakdown = 'ALL' and lower(rows.breakdown_value) = 'all'"
OF_ALL = f"lower(rows.team) = 'all' and {NOT_BROKEN_DOWN}"
"""The row of a figure as a whole: of every team, and of no group."""


def given_rows(
    store: Readable,
    reader: Reader,
    indicators: Sequence[Indicator],
    authority: str,
    months: Sequence[date],
    known_on: date | None = None,
    by: str = "",
) -> list[dict]:
    """Return a row for each figure given for a month in that month's aggregates, as `figure_of` takes it.

    With `by`, a row for each team or group. Without, a row of all; where parts were given and no such row, `of_all` is
    false: parts may overlap or be missing, so they are not added up.
    """
    grouping, wanted = _parts(by) if by else ("''", "true")
    rows = store.ask(
        reader,
        f"""
        select
            rows.indicator, inputs.month, inputs.load, {grouping} as grouping,
            rows.numerator, rows.denominator, {POPULATION} as children_0_17, {OF_ALL} as of_all
        from loads_known($moment) as inputs
        join uploaded.aggregates as rows on rows.load = inputs.load and rows.period = inputs.month
        where inputs.extract = 'aggregates' and inputs.authority = $authority
            and list_contains($months, inputs.month) and list_contains($indicators, rows.indicator) and {wanted}
        qualify row_number() over (
            partition by rows.indicator, inputs.month, grouping
            order by of_all desc, rows.team, rows.breakdown_value, rows.numerator, rows.denominator
        ) = 1
        order by inputs.month, grouping
        """,
        authority=authority,
        months=list(months),
        indicators=[indicator.id for indicator in indicators],
        moment=end_of(known_on),
    )
    defaults = {"counted_from": AGGREGATES, "complete": True, "in_part": (), "not_yet_due": 0}
    return [{**row, **defaults, "month": row["month"].date()} for row in rows.to_dict("records")]


def _parts(by: str) -> tuple[str, str]:
    """Return what names a part, and what tells a row of such a part: a team, or a group of all teams together."""
    if by == "team":
        return "rows.team", f"lower(rows.team) <> 'all' and {NOT_BROKEN_DOWN}"
    return (
        "rows.breakdown_value",
        f"lower(rows.team) = 'all' and rows.breakdown = '{by.upper()}' and lower(rows.breakdown_value) <> 'all'",
    )
