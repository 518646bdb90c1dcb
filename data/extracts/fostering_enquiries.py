"""Who asked about fostering for the authority, and whether an application came of it."""

from data.codes import ENQUIRY_OUTCOME
from data.extract import Code, Date, Extract, Identifier


class FosteringEnquiries(Extract):
    """Fostering enquiries: one row per household that enquired about fostering for the authority.

    Every enquiry that was received or came to an outcome in the 12 months up to the month end, or is still open. Leave
    `outcome_date` blank until it is known whether an application follows. Names and addresses are not wanted.
    """

    dated_by = "enquiry_date"

    enquiry_id = Identifier(meaning="Identifier of the enquiry", required=True, unique=True)
    enquiry_date = Date(
        meaning="Date the enquiry was received", required=True, aliases=("initial enquiry date", "date of enquiry")
    )
    outcome_date = Date(
        meaning="Date of the application, or on which it was known that none follows",
        not_before="enquiry_date",
        aliases=("application date",),
    )
    outcome = Code(
        meaning="What came of it", allowed=ENQUIRY_OUTCOME, aliases=("enquiry outcome",), known_from="outcome_date"
    )
