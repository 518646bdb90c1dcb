"""Families who are helped early, before or after social care."""

from data.codes import REASON_EARLY_HELP_BEGAN, REASON_EARLY_HELP_ENDED
from data.extract import Code, Date, Extract, Identifier, Text
from data.identifiers import CHILD_ID


class EarlyHelp(Extract):
    """Early help: one row per child and spell of early help.

    Every spell open at any time in the 24 months up to the month end, since it is asked whether help held for a year;
    those led by partners included where they are known. Leave `end_date` blank while help goes on. A step down from
    social care begins with the reason STEPDOWN.
    """

    dated_by = "start_date"
    window = "24 months"

    early_help_id = Identifier(
        meaning="Identifier of the spell from the case system, one for each child",
        required=True,
        unique=True,
        aliases=("eh id", "early help episode id"),
    )
    child_id = CHILD_ID
    family_id = Identifier(
        meaning="Identifier of the family, the same for brothers and sisters", aliases=("family identifier",)
    )
    start_date = Date(
        meaning="Date early help began", required=True, aliases=("assessment start date", "early help start date")
    )
    assessment_date = Date(
        meaning="Date the early help assessment was completed",
        not_before="start_date",
        aliases=("assessment completion date",),
    )
    reviewed_date = Date(meaning="Date the team around the family last met", not_before="start_date", latest=True)
    end_date = Date(
        meaning="Date early help ended; blank while it goes on",
        not_before="start_date",
        aliases=("early help end date",),
    )
    reason = Code(meaning="Why early help began", allowed=REASON_EARLY_HELP_BEGAN)
    reason_ended = Code(
        meaning="Why early help ended", allowed=REASON_EARLY_HELP_ENDED, aliases=("end_reason",), known_from="end_date"
    )
    organisation = Text(
        meaning="Organisation that leads or assessed", required=True, aliases=("organisation completing assessment",)
    )
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
