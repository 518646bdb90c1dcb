"""Supervision orders that courts made, and the plans under them."""

from data.codes import SUPERVISION_ORDER
from data.extract import Code, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class SupervisionOrders(Extract):
    """Supervision orders: one row per child and order.

    Every order in force at any time in the 12 months up to the month end. Leave `end_date` blank while it is in force.
    """

    one_open_per = "child_id"
    one_open_unless = {"kind": ("EDUCATION",)}

    order_id = Identifier(meaning="Identifier of the order from the case system", required=True, unique=True)
    child_id = CHILD_ID
    kind = Code(meaning="Which supervision order", required=True, allowed=SUPERVISION_ORDER, aliases=("order type",))
    start_date = Date(meaning="Date the order was made", required=True, aliases=("order date", "date of order"))
    end_date = Date(
        meaning="Date the order ran out or was discharged; blank while in force",
        not_before="start_date",
        aliases=("order end date",),
    )
    plan_date = Date(
        meaning="Date the plan under the order was made; blank while there is none",
        aliases=("supervision order plan date",),
    )
    reviewed_date = Date(meaning="Date the plan was last reviewed", not_before="plan_date", latest=True)
    smart_plan = YesNo(
        meaning="Y where the plan was found specific, measurable and dated; blank where nobody has looked",
        latest=True,
    )
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
