"""Enquiries into significant harm, and the initial conferences that follow them."""

from data.extract import Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class Section47Enquiries(Extract):
    """Section 47 enquiries: one row per child and enquiry, with its initial conference.

    Every enquiry begun, undecided or with a conference in the 24 months up to the month end. Mark a conference for a
    child who moved here on another authority's plan as `transfer_in`, and give its date as the start: it is no enquiry
    of ours.
    """

    open_between = ("start_date", "conference_date")
    dated_by = "start_date"
    window = "24 months"

    enquiry_id = Identifier(
        meaning="Enquiry identifier from the case system",
        required=True,
        unique=True,
        aliases=("s47_id", "s47 enquiry id", "section 47 enquiry id"),
    )
    referral_id = Identifier(meaning="The referral it follows from, as in the referrals extract")
    child_id = CHILD_ID
    start_date = Date(
        meaning="Date of the strategy discussion that began the enquiry",
        required=True,
        aliases=(
            "s47_start",
            "s47actualstartdate",
            "strategy discussion initiating section 47 enquiry start date",
        ),
        dfe_rule="8615",
    )
    end_date = Date(
        meaning="Date the enquiry was concluded; blank while it goes on",
        not_before="start_date",
        aliases=("s47 end date",),
    )
    conference_not_required = YesNo(
        meaning="Y where no initial child protection conference was needed",
        aliases=(
            "icpc_not_required",
            "icpcnotrequired",
            "was an initial child protection conference deemed unnecessary?",
        ),
        known_from="end_date",
    )
    conference_target = Date(
        meaning="Date by which the conference should be held",
        planned=True,
        not_before="start_date",
        aliases=("icpc_target", "initialcpctarget"),
    )
    conference_date = Date(
        meaning="Date the initial child protection conference was held",
        not_before="start_date",
        aliases=("icpc_date", "dateofinitialcpc", "date of initial child protection conference"),
        dfe_order="8615",
    )
    transfer_in = YesNo(meaning="Y where the child moved here on another authority's plan")
    plan_made = YesNo(
        meaning="Y where the conference made a child protection plan",
        aliases=("outcome_plan", "did the icpc result in a child protection plan"),
        known_from="conference_date",
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
