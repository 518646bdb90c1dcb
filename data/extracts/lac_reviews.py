"""Statutory reviews of looked-after children, as the SSDA903 return lists them."""

from data.codes import REVIEW_PARTICIPATION
from data.extract import Code, Date, Extract, Text
from data.identifiers import CHILD_ID


class LacReviews(Extract):
    """Looked-after reviews: one row per child and statutory review held.

    Every review held in the 12 months up to the month end, and all reviews so far of each child still looked after
    where the case system can give them. A review that was due and not held has no row.
    """

    one_row_per = ("child_id", "review_date")
    dated_by = "review_date"

    child_id = CHILD_ID
    review_date = Date(
        meaning="Date the review was held",
        required=True,
        aliases=("review", "date of latest statutory review"),
        dfe_rule="166",
    )
    participation = Code(
        meaning="How the child took part",
        required=True,
        allowed=REVIEW_PARTICIPATION,
        aliases=("review_code",),
        dfe_rule="167",
    )
    due_date = Date(meaning="Date by which this review should be held", planned=True, aliases=("due",))
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
