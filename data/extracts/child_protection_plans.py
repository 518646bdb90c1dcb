"""Children who are, or were in the last year, the subject of a child protection plan."""

from data.codes import CATEGORY_OF_ABUSE
from data.extract import Code, Date, Extract, Identifier, Text, Whole, YesNo
from data.identifiers import CHILD_ID


class ChildProtectionPlans(Extract):
    """Child protection plans: one row per plan, open or ended.

    Every plan open at any time in the 24 months up to the month end, since it is asked whether a step down held for a
    year. Leave `end_date` blank while a plan is open.
    Plans made by another authority for a child living here are welcome when marked; they are not counted as ours.
    """

    one_open_per = "child_id"
    one_open_unless = {"other_authority": ("Y",)}
    dated_by = "start_date"
    window = "24 months"

    plan_id = Identifier(
        meaning="Plan identifier from the case system", required=True, unique=True, aliases=("cpp id", "cpplan id")
    )
    child_id = CHILD_ID
    start_date = Date(
        meaning="Date the conference made the plan",
        required=True,
        aliases=("child protection plan start date", "cppstartdate", "plan start date"),
        dfe_rule="8720",
    )
    end_date = Date(
        meaning="Date the plan ended; blank while it is open",
        not_before="start_date",
        aliases=("child protection plan end date", "cppenddate", "plan end date"),
        dfe_order="8925",
    )
    initial_category = Code(
        meaning="Category of abuse when the plan began",
        required=True,
        allowed=CATEGORY_OF_ABUSE,
        aliases=("initial category of abuse",),
        dfe_rule="8905",
    )
    category = Code(
        meaning="Latest category of abuse",
        required=True,
        allowed=CATEGORY_OF_ABUSE,
        aliases=("latest category of abuse", "category of abuse"),
        dfe_rule="8910",
        latest=True,
    )
    previous_plans = Whole(
        meaning="How many plans the child had before this one, ever and in any authority",
        required=True,
        at_most=20,
        unusual_above=5,
        aliases=("number of previous child protection plans", "numberofpreviouscpp"),
        dfe_rule="8730",
    )
    other_authority = YesNo(meaning="Y where another authority holds the plan", aliases=("other la",))
    referral_id = Identifier(meaning="The referral it follows from, as in the referrals extract")
    family_id = Identifier(
        meaning="Identifier of the family, the same for brothers and sisters", aliases=("family identifier",)
    )
    last_visit = Date(
        meaning="Date of the last statutory visit on which the child was seen",
        aliases=("date of the last statutory visit",),
        latest=True,
    )
    seen_alone = YesNo(
        meaning="Y where the child was seen alone on that visit", aliases=("was the child seen alone?",), latest=True
    )
    last_review = Date(
        meaning="Date of the latest review conference; blank where there was none",
        not_before="start_date",
        aliases=("date of latest review conference",),
        latest=True,
    )
    emergency_protection = YesNo(
        meaning="Y where under an emergency protection order or police powers in the last six months",
        aliases=(
            "epo_6m",
            "subject to emergency protection order or protected under police powers in last six months (y/n)",
        ),
        latest=True,
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
