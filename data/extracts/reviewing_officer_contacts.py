"""What reviewing officers do between reviews: contact, checks half-way, and concerns that they take up."""

from data.codes import REVIEWING_CONTACT
from data.extract import Code, Date, Extract, Identifier
from data.identifiers import CHILD_ID


class ReviewingOfficerContacts(Extract):
    """Work of reviewing officers between reviews: one row per contact, check or concern taken up.

    All of the 12 months up to the month end, and every concern not yet resolved. Reviews themselves are in extracts of
    their own. What was said is not wanted.
    """

    dated_by = "contact_date"

    officer_contact_id = Identifier(
        meaning="Identifier of the contact, check or concern", required=True, unique=True, aliases=("iro contact id",)
    )
    child_id = CHILD_ID
    reviewing_officer_id = Identifier(
        of="worker",
        meaning="The reviewing officer's identifier, as in the reviewing officers extract",
        required=True,
        longest=30,
        aliases=("iro_id", "iro", "reviewing officer"),
    )
    kind = Code(meaning="Contact, check or concern", required=True, allowed=REVIEWING_CONTACT)
    contact_date = Date(
        meaning="Date of the contact or check, or the day the concern was taken up",
        required=True,
        aliases=("date of iro contact", "date of iro visit"),
    )
    resolved_date = Date(
        meaning="Of a concern, the date it was resolved; blank while it is not",
        not_before="contact_date",
        aliases=("escalation resolved",),
    )
