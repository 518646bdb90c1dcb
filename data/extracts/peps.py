"""Personal education plans: one for each looked-after child and term."""

from data.codes import GRADE, TERM
from data.extract import Code, Date, Extract, Identifier, YesNo
from data.identifiers import CHILD_ID


class Peps(Extract):
    """Personal education plans: one row per child and term, due or held.

    Every plan due or held in the 12 months up to the month end, and those of this term that are still to come. Leave
    `held_date` blank while the meeting has not been held.
    """

    one_row_per = ("child_id", "term", "due_date")

    pep_id = Identifier(meaning="Plan identifier from the case system", required=True, unique=True)
    child_id = CHILD_ID
    term = Code(meaning="Term the plan is for", required=True, allowed=TERM)
    due_date = Date(meaning="Date by which it should be held", required=True, planned=True, aliases=("due",))
    held_date = Date(meaning="Date it was held; blank while it has not been", aliases=("held", "pep date"))
    quality = Code(
        meaning="Grade that the virtual school gave the plan",
        allowed=GRADE,
        aliases=("pep quality",),
        known_from="held_date",
    )
    child_took_part = YesNo(meaning="Y where the child took part or gave views", known_from="held_date")
