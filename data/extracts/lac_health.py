"""The health and offending of looked-after children: assessments, checks, questionnaires and convictions."""

from data.codes import GRADE, HEALTH_EVENT, SDQ_REASON
from data.extract import Code, Date, Extract, Identifier, Whole, YesNo
from data.identifiers import CHILD_ID


class LacHealth(Extract):
    """Health of looked-after children: one row per child and health event, and per conviction.

    Every assessment, check, questionnaire or finding requested or done in the 24 months up to the month end, so that a
    yearly check is seen twice. Leave `done_date` blank while it is only requested. A conviction, youth caution or youth
    conditional caution, of which the yearly return asks beside health, is a row of the day it was given.
    """

    dated_by = "done_date"
    window = "24 months"

    event_id = Identifier(
        meaning="Identifier of the event from the case system", required=True, unique=True, aliases=("health event id",)
    )
    child_id = CHILD_ID
    kind = Code(meaning="What was done", required=True, allowed=HEALTH_EVENT, aliases=("health event",))
    requested_date = Date(meaning="Date it was asked of the health service", aliases=("requested",))
    done_date = Date(
        meaning="Date it was done; blank while it has not been",
        not_before="requested_date",
        aliases=("done",),
    )
    up_to_date = YesNo(
        meaning="Y or N where only the yearly return's answer is held, and not the day it was done",
        latest=True,
    )
    score = Whole(
        meaning="Score of the strengths and difficulties questionnaire, 0 to 40",
        at_most=40,
        aliases=("sdq_score",),
        dfe_rule="180",
        known_from="done_date",
    )
    reason = Code(
        meaning="Reason why there is no questionnaire score",
        allowed=SDQ_REASON,
        aliases=("sdq_reason",),
        dfe_rule="196",
        known_from="done_date",
    )
    intervention_received = YesNo(meaning="Y where help with substance misuse was received", latest=True)
    intervention_offered = YesNo(meaning="Y where help with substance misuse was offered", latest=True)
    grade = Code(meaning="Grade given to the health report", allowed=GRADE, known_from="done_date")
