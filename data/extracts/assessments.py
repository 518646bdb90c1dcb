"""Child and family assessments, and what they found."""

from data.codes import ASSESSMENT_FACTOR
from data.extract import Codes, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class Assessments(Extract):
    """Assessments: one row per child and assessment, open or authorised.

    Every continuous assessment open at any time in the 12 months up to the month end. Leave `authorised_date` blank
    until a manager has authorised it. Factors are wanted of every authorised assessment, with commas between them.
    """

    open_between = ("start_date", "authorised_date")
    dated_by = "start_date"

    assessment_id = Identifier(meaning="Assessment identifier from the case system", required=True, unique=True)
    referral_id = Identifier(meaning="The referral it follows from, as in the referrals extract")
    child_id = CHILD_ID
    start_date = Date(
        meaning="Date the assessment began",
        required=True,
        aliases=("continuous assessment start date", "assessmentactualstartdate"),
    )
    authorised_date = Date(
        meaning="Date a manager authorised the assessment; blank until then",
        not_before="start_date",
        aliases=("continuous assessment date of authorisation", "assessmentauthorisationdate", "authorised"),
        dfe_order="8608",
    )
    child_seen = YesNo(
        meaning="Y where the child was seen during the assessment",
        aliases=("child seen during continuous assessment",),
    )
    seen_alone = YesNo(meaning="Y where the child was seen alone", aliases=("child seen alone",))
    support_required = YesNo(
        meaning="Y where the child was found to need children's social care",
        aliases=("was the child assessed as requiring la children's social care support?",),
        known_from="authorised_date",
    )
    factors = Codes(
        meaning="Factors found at the end of the assessment",
        allowed=ASSESSMENT_FACTOR,
        as_at="authorised_date",
        aliases=("assessmentfactors", "factors identified at the end of assessment"),
        known_from="authorised_date",
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
