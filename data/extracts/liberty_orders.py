"""Orders by which a court lets a child be deprived of liberty, where no secure home is."""

from data.extract import Date, Extract
from data.identifiers import CHILD_ID


class LibertyOrders(Extract):
    """Deprivation of liberty orders: one row per child and order, as in the list DoLo of the SSDA903 return.

    Every order in force at any time in the 24 months up to the month end. Leave `end_date` blank while an order is in
    force; an order that is made again is a row of its own.
    """

    one_open_per = "child_id"
    one_row_per = ("child_id", "start_date")
    window = "24 months"

    child_id = CHILD_ID
    start_date = Date(meaning="Date the order began", required=True, aliases=("dolo_start",), dfe_rule="700")
    end_date = Date(
        meaning="Date the order ended; blank while it is in force",
        not_before="start_date",
        aliases=("dolo_end",),
    )
