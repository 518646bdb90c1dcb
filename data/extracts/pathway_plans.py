"""Pathway plans of young people leaving care: needs assessment, plan, reviews."""

from data.extract import Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class PathwayPlans(Extract):
    """Pathway plans: one row per young person and plan, with its latest review.

    Every plan in force at any time in the 12 months up to the month end, and every needs assessment done. Leave
    `plan_date` blank until the plan is completed. Everyone here is in the care leavers extract too.
    """

    dated_by = "review_date"

    plan_id = Identifier(
        meaning="Plan identifier from the case system", required=True, unique=True, aliases=("pathway plan id",)
    )
    child_id = CHILD_ID
    assessment_date = Date(
        meaning="Date the assessment of needs was completed", aliases=("assessment_done", "needs assessment date")
    )
    plan_date = Date(
        meaning="Date the plan was completed; blank until then",
        aliases=("pathway plan date", "pathway plan start date"),
    )
    review_date = Date(
        meaning="Date the plan was last reviewed; blank where not yet reviewed",
        not_before="plan_date",
        aliases=("pathway plan review date", "clea_pathway_plan_review_date"),
        latest=True,
    )
    next_due = Date(
        meaning="Date the next review falls due",
        planned=True,
        not_before="plan_date",
        aliases=("next review due",),
        latest=True,
    )
    approved = YesNo(
        meaning="Y where a manager approved the plan", aliases=("approved_by_manager",), known_from="plan_date"
    )
    views_recorded = YesNo(
        meaning="Y where the plan holds the young person's own views",
        aliases=("young_person_views",),
        known_from="plan_date",
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
