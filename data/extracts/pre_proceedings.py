"""Pre-proceedings: the last chance for a family to change before the authority asks a court for an order."""

from data.codes import PRE_PROCEEDINGS_OUTCOME
from data.extract import Code, Date, Extract, Identifier, Text, Whole, YesNo
from data.identifiers import CHILD_ID


class PreProceedings(Extract):
    """Pre-proceedings: one row per child and time in pre-proceedings, begun by a legal planning meeting or the like.

    Every time that was open in the 24 months up to the month end. Leave `decision_date` blank until it is decided to
    step up or down. A meeting is one of family group decision making, such as a family group conference. Where a court
    was asked without pre-proceedings, leave `start_date` blank and give the day of the application.
    """

    one_open_per = "child_id"
    open_between = ("start_date", "decision_date")
    window = "24 months"

    pre_proceedings_id = Identifier(
        meaning="Identifier of the time in pre-proceedings from the case system", required=True, unique=True
    )
    child_id = CHILD_ID
    family_id = Identifier(
        meaning="Identifier of the family, the same for brothers and sisters", aliases=("family identifier",)
    )
    referral_id = Identifier(meaning="The referral it follows from, as in the referrals extract")
    start_date = Date(
        meaning="Date of the legal planning meeting that decided to begin; blank where there were none",
        aliases=("ppstartdate", "pre-proceedings start date"),
    )
    letter_date = Date(
        meaning="Date the letter before proceedings was sent",
        not_before="start_date",
        aliases=("lbpsentdate", "letter before proceedings date"),
    )
    meeting_offered = YesNo(
        meaning="Y where a family group decision-making meeting was offered in the letter",
        aliases=("fgdmmeetingoffer",),
    )
    meeting_held = YesNo(
        meaning="Y where the meeting was held in the time of pre-proceedings; blank while that is open",
        aliases=("fgdmmeetingfac",),
    )
    first_meeting_date = Date(
        meaning="Date of the first pre-proceedings meeting with the parents",
        aliases=("initialppmeetingdate",),
    )
    review_meetings = Whole(
        meaning="How many review meetings were held after the first",
        at_most=50,
        unusual_above=10,
        aliases=("reviewmeetingscount",),
        latest=True,
    )
    decision_date = Date(
        meaning="Date it was decided to step up to proceedings or down; blank while it is open",
        not_before="start_date",
        aliases=("stepdecisiondate",),
    )
    outcome = Code(
        meaning="Outcome by DfE's code set CS131",
        allowed=PRE_PROCEEDINGS_OUTCOME,
        aliases=("ppoutcome",),
        known_from="decision_date",
    )
    application_date = Date(
        meaning="Date the court was asked for an order; blank where it was not",
        not_before="start_date",
        aliases=("courtappdate", "court application date"),
    )
    court_letter_date = Date(
        meaning="Date the letter that proceedings begin was sent to the parents", aliases=("letterinitcpdate",)
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
