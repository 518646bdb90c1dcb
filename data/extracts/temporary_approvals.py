"""Relatives and friends who care for a looked-after child before they are assessed as foster carers."""

from data.codes import TEMPORARY_OUTCOME
from data.extract import Code, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class TemporaryApprovals(Extract):
    """Temporary approvals: one row per looked-after child placed with a connected person who is approved temporarily.

    Approvals by regulation 24 of the Care Planning, Placement and Case Review Regulations 2010 that stood at any time
    in the 12 months up to the month end. An approval lasts 16 weeks, and once 8 more where it is extended before they
    are over. Leave `end_date` blank until the carers are approved as foster carers or the child leaves them, even where
    the weeks are over.
    """

    one_open_per = "child_id"
    one_row_per = ("child_id", "start_date")

    child_id = CHILD_ID
    household_id = Identifier(
        of="carer",
        meaning="The household's identifier, the same in fostering households once it is approved",
        required=True,
        longest=30,
        aliases=("carer id",),
    )
    start_date = Date(
        meaning="Date of the temporary approval", required=True, aliases=("regulation 24 date", "reg 24 start")
    )
    extended_date = Date(
        meaning="Date it was decided to extend it by up to 8 weeks; blank where it was not",
        not_before="start_date",
        aliases=("extension date", "regulation 25 date"),
    )
    review_sought = YesNo(
        meaning="Y where the carers were not approved and have sought a review, until whose outcome the approval is "
        "extended",
        aliases=("independent review",),
    )
    end_date = Date(
        meaning="Date the carers were approved or the child left; blank while the child is there",
        not_before="start_date",
        aliases=("reg 24 end",),
    )
    outcome = Code(meaning="How it ended", allowed=TEMPORARY_OUTCOME, known_from="end_date")
    team = Text(meaning="Team that holds the child's case at the month end", aliases=("allocated team",))
