"""What reaches the front door: contacts about children, and what became of them."""

from data.codes import CONTACT_OUTCOME, REFERRAL_SOURCE
from data.extract import Code, Date, Extract, Identifier, Text
from data.identifiers import CHILD_ID


class Contacts(Extract):
    """Contacts: one row per child in each contact with the front door.

    Every contact of the 12 months up to the month end; a contact about three children is three rows. Leave
    `decision_date` and `outcome` blank while nothing is decided.
    """

    dated_by = "contact_date"

    contact_id = Identifier(
        meaning="Contact identifier from the case system, one for each child",
        required=True,
        unique=True,
        aliases=("contact identifier",),
    )
    child_id = CHILD_ID
    contact_date = Date(meaning="Date the contact was made", required=True, aliases=("date of contact",))
    source = Code(
        meaning="Who made the contact, as in the CIN census",
        required=True,
        allowed=REFERRAL_SOURCE,
        as_at="contact_date",
        aliases=("contact source",),
    )
    decision_date = Date(
        meaning="Date it was decided what to do; blank while undecided",
        not_before="contact_date",
        aliases=("date of decision",),
    )
    outcome = Code(
        meaning="What was decided; blank while undecided",
        allowed=CONTACT_OUTCOME,
        aliases=("contact outcome",),
        known_from="decision_date",
    )
    team = Text(meaning="Team that dealt with the contact", aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
