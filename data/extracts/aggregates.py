"""Figures already counted, from an authority that can give no records."""

from data.codes import BREAKDOWN
from data.extract import Code, Extract, Month, Number, Text


class Aggregates(Extract):
    """Figures already counted: one row per month, team, indicator and group.

    The way in for an authority that can give no records: it keeps trends, benchmarks and reports, and loses the
    lists of children behind a figure. Write All where a figure is of every team or not broken down: without that row
    there is no figure, since parts are never added up. Only the rows of the month that is published are read. A rate is
    worked out of the population that comes with this dashboard, whatever the denominator says. Where the records of a
    month are published too, they are counted instead.
    """

    one_row_per = ("period", "team", "indicator", "breakdown", "breakdown_value")
    dated_by = "period"

    period = Month(meaning="Month the figure is for, such as 2026-10", required=True, aliases=("month",))
    service = Text(meaning="Service the figure belongs to")
    team = Text(meaning="Team the figure is of, or All", required=True)
    indicator = Text(
        meaning="Identifier of the indicator, as on the definitions page",
        required=True,
        pattern="[a-z0-9_]{1,60}",
        longest=60,
        aliases=("indicator_id",),
        example="children_on_a_plan",
    )
    numerator = Number(meaning="Numerator, or the count itself", required=True)
    denominator = Number(meaning="Denominator; blank for a count, not read for a rate")
    breakdown = Code(
        meaning="How the figure is broken down", required=True, allowed=BREAKDOWN, aliases=("breakdown_type",)
    )
    breakdown_value = Text(meaning="Group the figure is of, or All", required=True, longest=60)
