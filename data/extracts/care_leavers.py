"""Young people entitled to leaving care services, with their pathway plans."""

from data.codes import ACCOMMODATION, ACTIVITY, CARE_LEAVER_ELIGIBILITY, IN_TOUCH
from data.extract import Code, Date, Extract, Identifier, Text, YesNo


class CareLeavers(Extract):
    """Care leavers and pathway plans: one row per young person entitled to leaving care services.

    Everyone eligible, relevant, former relevant or qualifying at any time in the 12 months up to the month end.
    Leave `plan_date` blank where no pathway plan has been completed yet, and `support_ended` blank while it goes on.
    """

    one_row_per = ("child_id",)
    dated_by = "review_date"
    open_between = ("eligible_from", "support_ended")

    child_id = Identifier(
        meaning="The young person's identifier, as in the children extract",
        required=True,
        unique=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
    eligibility = Code(
        meaning="Eligibility at the month end",
        required=True,
        allowed=CARE_LEAVER_ELIGIBILITY,
        aliases=("eligibility category",),
        latest=True,
    )
    eligible_from = Date(
        meaning="Date the young person first became eligible (13 weeks in care since 14, and 16 reached)", required=True
    )
    support_ended = Date(
        meaning="Date entitlement or support ended; blank while it goes on", not_before="eligible_from"
    )
    opted_in = YesNo(meaning="Y where aged 21 to 24 and receiving support at their request", latest=True)
    plan_date = Date(
        meaning="Date the first pathway plan was completed; blank where there is none",
        aliases=("pathway plan date", "pathway plan start date"),
    )
    review_date = Date(
        meaning="Date the pathway plan was last reviewed; blank where not yet reviewed",
        not_before="plan_date",
        aliases=("pathway plan review date", "clea_pathway_plan_review_date"),
        latest=True,
    )
    in_touch = Code(meaning="Whether in touch", allowed=IN_TOUCH, dfe_rule="131", aliases=("la in touch",), latest=True)
    last_contact = Date(
        meaning="Date the personal adviser was last in touch", aliases=("date of last contact",), latest=True
    )
    accommodation = Code(
        meaning="Accommodation and whether suitable",
        allowed=ACCOMMODATION,
        dfe_rule="133",
        aliases=("accom", "type of accommodation"),
        latest=True,
    )
    activity = Code(
        meaning="Main activity", allowed=ACTIVITY, dfe_rule="132", aliases=("activ", "activity status"), latest=True
    )
    personal_adviser_id = Identifier(
        of="worker",
        meaning="The personal adviser's identifier; blank where there is none",
        longest=30,
        aliases=("pa_id", "personal adviser"),
        latest=True,
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
