"""Family Help: targeted early help and help for children in need as one service, with one practitioner who leads."""

from data.codes import LEVEL_OF_HELP, PRACTITIONER_EMPLOYER, PRACTITIONER_PROFESSION
from data.extract import Code, Date, Extract, Identifier, Text
from data.identifiers import CHILD_ID


class FamilyHelp(Extract):
    """Family Help: one row per child and time at one level of help with one lead practitioner.

    Every time that was open in the 24 months up to the month end, from targeted early help to being looked after; a
    case is at the level of a child in need from the referral on, its assessment included. A row ends, and another
    begins on the same day, when the level changes or another practitioner takes the lead. Leave `end_date` blank while
    neither has changed, and `lead_id` blank while nobody leads. Early help and referrals are sent beside it as before.
    """

    one_open_per = "child_id"
    dated_by = "start_date"
    window = "24 months"

    help_id = Identifier(
        meaning="Identifier of the row from the case system", required=True, unique=True, aliases=("family help id",)
    )
    child_id = CHILD_ID
    family_id = Identifier(
        meaning="Identifier of the family, the same for brothers and sisters", aliases=("family identifier",)
    )
    level = Code(
        meaning="Level of help", required=True, allowed=LEVEL_OF_HELP, aliases=("level of help", "family help level")
    )
    start_date = Date(
        meaning="Date this level, or this practitioner's lead, began",
        required=True,
        aliases=("level start date", "family help start date"),
    )
    end_date = Date(
        meaning="Date it ended; blank while it goes on",
        not_before="start_date",
        aliases=("level end date", "family help end date"),
    )
    lead_id = Identifier(
        of="worker",
        meaning="Identifier of the lead practitioner; of a social worker as in the social workers extract",
        longest=30,
        aliases=("lead practitioner", "lead practitioner id", "lead professional"),
    )
    lead_profession = Code(
        meaning="Profession of the lead practitioner",
        allowed=PRACTITIONER_PROFESSION,
        aliases=("lead practitioner profession", "profession"),
    )
    lead_employer = Code(
        meaning="For whom the lead practitioner works",
        allowed=PRACTITIONER_EMPLOYER,
        aliases=("lead practitioner employer",),
    )
    lead_left_date = Date(
        meaning="Date the lead practitioner left the post, where the case still stands in that name",
        aliases=("lead practitioner left",),
    )
    supervisor_id = Identifier(
        of="worker",
        meaning="Identifier of whoever supervises the lead practitioner in this case",
        longest=30,
        aliases=("practice supervisor", "practice supervisor id"),
    )
    supervisor_profession = Code(
        meaning="Profession of that supervisor",
        allowed=PRACTITIONER_PROFESSION,
        aliases=("practice supervisor profession",),
    )
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
