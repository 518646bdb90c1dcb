"""Review conferences of child protection plans: when they were due, when held, who took part."""

from data.codes import REVIEW_PARTICIPATION
from data.extract import Code, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class CpReviews(Extract):
    """Child protection review conferences: one row per plan and review, due or held.

    Every review held or due in the 12 months up to the month end, and all reviews so far of each plan still open. Leave
    `held_date` blank while a review has not been held.
    """

    dated_by = "held_date"

    review_id = Identifier(
        meaning="Review identifier from the case system", required=True, unique=True, aliases=("cp review id",)
    )
    plan_id = Identifier(
        meaning="The plan reviewed, as in the child protection plans extract",
        required=True,
        aliases=("cpp id", "cpplan id"),
    )
    child_id = CHILD_ID
    due_date = Date(meaning="Date by which the review should be held", planned=True, aliases=("due", "review due date"))
    held_date = Date(
        meaning="Date the review was held; blank while it has not been",
        aliases=("held", "cppreviewdate", "date of review conference"),
    )
    quorate = YesNo(meaning="Y where enough agencies took part for the conference to decide", known_from="held_date")
    child_participation = Code(
        meaning="How the child took part",
        allowed=REVIEW_PARTICIPATION,
        aliases=("participation",),
        known_from="held_date",
    )
    parent_attended = YesNo(meaning="Y where a parent or carer took part", known_from="held_date")
    plan_continues = YesNo(
        meaning="Y where the conference decided that the plan goes on", aliases=("continue",), known_from="held_date"
    )
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
