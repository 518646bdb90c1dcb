"""Visits of social workers to the children they work with."""

from data.codes import VISIT_KIND
from data.extract import Code, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class Visits(Extract):
    """Visits: one row per child and visit under a plan or in care.

    Every statutory or planned visit of the 12 months up to the month end, those included on which the child was not
    seen. Where the case system holds only the latest visit, send that one.
    """

    dated_by = "visit_date"

    visit_id = Identifier(
        meaning="Visit identifier from the case system, one for each child", required=True, unique=True
    )
    child_id = CHILD_ID
    kind = Code(
        meaning="What the visit was made under", required=True, allowed=VISIT_KIND, aliases=("visit type", "visit kind")
    )
    visit_date = Date(
        meaning="Date of the visit", required=True, aliases=("date of visit", "cin visit date", "cla visit date")
    )
    seen = YesNo(meaning="Y where the child was seen", required=True, aliases=("child seen",))
    seen_alone = YesNo(meaning="Y where the child was seen alone", aliases=("child seen alone",))
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
