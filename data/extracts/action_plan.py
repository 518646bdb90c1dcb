"""What was agreed upon a recommendation, and how far it has come."""

from data.codes import PROGRESS
from data.extract import Code, Date, Extract, Identifier, Text, YesNo


class ActionPlan(Extract):
    """Action plan: one row per action agreed upon a recommendation of a committee, an inspection or a review.

    It is no file to upload. The plan is kept on its own page, and laid down as known at the month end when a month
    is published: every action that is not done, and those due or done in the 12 months up to the month end.
    """

    kept_in_office = "Action plan"

    action_id = Identifier(meaning="Action identifier", required=True, unique=True)
    recommendation = Text(meaning="Number of the recommendation it answers, such as 4.13", required=True, longest=40)
    agreed_date = Date(meaning="Date it was agreed", required=True, aliases=("agreed",))
    due_date = Date(
        meaning="Date by which it should be done",
        required=True,
        planned=True,
        not_before="agreed_date",
        aliases=("due",),
    )
    progress = Code(
        meaning="How far it has come by the month end",
        required=True,
        allowed=PROGRESS,
        latest=True,
        aliases=("status",),
    )
    completed_date = Date(
        meaning="Date it was done; blank while it is not", not_before="agreed_date", aliases=("done", "closed")
    )
    evidence = YesNo(meaning="Y where evidence that it was done is attached", latest=True)
    team = Text(meaning="Team that must act")
    indicator = Text(meaning="Name of the indicator it should move, such as pathway_plans_in_place", longest=80)
