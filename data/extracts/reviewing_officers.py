"""Which reviewing officer each child has, to chair reviews of care or conferences about a plan."""

from data.extract import Date, Extract, Identifier
from data.identifiers import CHILD_ID


class ReviewingOfficers(Extract):
    """Reviewing officers: one row per spell of a child with an independent reviewing officer or conference chair.

    Every spell open at any time in the 12 months up to the month end, of looked-after children and of those on a
    protection plan. Leave `end_date` blank while the officer has the child.
    """

    one_open_per = "child_id"
    one_row_per = ("child_id", "start_date")

    child_id = CHILD_ID
    reviewing_officer_id = Identifier(
        of="worker",
        meaning="The reviewing officer's identifier, the same in every row",
        required=True,
        longest=30,
        aliases=("iro_id", "iro", "reviewing officer", "conference chair"),
    )
    start_date = Date(
        meaning="Date the officer was appointed for the child", required=True, aliases=("iro start date",)
    )
    end_date = Date(
        meaning="Date the officer gave up the child; blank while held",
        not_before="start_date",
        aliases=("iro end date",),
    )
