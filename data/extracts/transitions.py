"""Transition of disabled young people to adulthood: their plans, and the joint assessments with adult services."""

from data.codes import TRANSITION_LEAD
from data.extract import Code, Date, Extract, Identifier


class Transitions(Extract):
    """Transition of disabled young people: one row per young person.

    Everyone with a disability and an open case who is 14 to 17 at the month end, and those who turned 18 in the 12
    months up to it. A young person without a plan has a row with a blank `plan_date`, or none. What plans say is not
    wanted.
    """

    one_row_per = ("child_id",)

    child_id = Identifier(
        meaning="The young person's identifier, as in the children extract",
        required=True,
        unique=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
    plan_date = Date(
        meaning="Date the transition plan was made; blank while there is none", aliases=("transition plan date",)
    )
    joint_assessment_date = Date(
        meaning="Date the assessment held jointly with adult services was completed",
        aliases=("joint assessment", "adult assessment date", "child's needs assessment date"),
    )
    lead = Code(
        meaning="Which service leads the transition at the month end",
        allowed=TRANSITION_LEAD,
        aliases=("lead service",),
        latest=True,
    )
    transfer_date = Date(
        meaning="Date adult services take over; may lie ahead where it is agreed",
        planned=True,
        aliases=("transferred to adult services",),
    )
