"""What social workers and placements cost, month by month: figures already counted, of nobody in particular."""

from data.codes import COST
from data.extract import Code, Extract, Month, Number


class Costs(Extract):
    """Costs: one row per month and kind of cost, in pounds.

    Every month of the 12 months up to the month end, as the ledger has it on the day of the file. A kind of which
    nothing is known has no row. For placements, `weeks` says how many weeks of care the money bought.
    """

    one_row_per = ("period", "kind")
    dated_by = "period"

    period = Month(meaning="Month the money was spent on, such as 2026-10", required=True, aliases=("month",))
    kind = Code(meaning="What it was spent on", required=True, allowed=COST, aliases=("kind of cost", "cost type"))
    cost = Number(
        meaning="Pounds spent", required=True, at_most=50_000_000, aliases=("spend", "amount", "cost in pounds")
    )
    weeks = Number(
        meaning="Of placements, weeks of care that were bought; blank for social workers",
        unusual_above=5_000,
        at_most=100_000,
        aliases=("placement weeks",),
    )
