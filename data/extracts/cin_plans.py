"""Plans for children in need who are not on a child protection plan and not looked after."""

from data.extract import Date, Extract, Identifier, Text
from data.identifiers import CHILD_ID


class CinPlans(Extract):
    """Child in need plans: one row per child and plan, open or ended.

    Every plan open at any time in the 24 months up to the month end. A child on a child protection plan, looked after
    or leaving care has no plan here at the same time. Leave `end_date` blank while a plan is open.
    """

    one_open_per = "child_id"
    dated_by = "start_date"
    window = "24 months"

    plan_id = Identifier(
        meaning="Plan identifier from the case system", required=True, unique=True, aliases=("cin plan id", "cinplanid")
    )
    referral_id = Identifier(meaning="The referral it follows from, as in the referrals extract")
    child_id = CHILD_ID
    start_date = Date(
        meaning="Date the plan began",
        required=True,
        aliases=("cin plan start date", "cinplanstartdate"),
        dfe_rule="4010",
    )
    end_date = Date(
        meaning="Date the plan ended; blank while it is open",
        not_before="start_date",
        aliases=("cin plan end date", "cinplanenddate"),
        dfe_order="4011",
    )
    last_visit = Date(
        meaning="Date the child was last visited and seen", aliases=("date child was last seen",), latest=True
    )
    last_review = Date(
        meaning="Date the plan was last reviewed; blank where not yet reviewed", not_before="start_date", latest=True
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
