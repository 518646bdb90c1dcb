"""Referrals to social care, and the episodes of need that follow from them."""

from data.codes import PRIMARY_NEED, REASON_CASE_CLOSED, REFERRAL_SOURCE
from data.extract import Code, Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class Referrals(Extract):
    """Referrals: one row per child and referral, with the episode of need that followed.

    Every referral made, or whose episode was open, in the 24 months up to the month end: repeats look back a year.
    Leave `close_date` blank while the case is open. A referral with no further action opens no case.
    """

    one_open_per = "child_id"
    open_between = ("referral_date", "close_date")
    one_open_unless = {"no_further_action": ("Y",)}
    dated_by = "referral_date"
    window = "24 months"

    referral_id = Identifier(
        meaning="Referral identifier from the case system, one for each child",
        required=True,
        unique=True,
        aliases=("cin episode id", "cinreferralid"),
    )
    child_id = CHILD_ID
    referral_date = Date(
        meaning="Date of the referral",
        required=True,
        aliases=("date of referral", "cinreferraldate", "cin start date"),
        dfe_rule="8600",
    )
    source = Code(
        meaning="Who made the referral",
        required=True,
        allowed=REFERRAL_SOURCE,
        as_at="referral_date",
        aliases=("referral source",),
        dfe_rule="8866",
    )
    no_further_action = YesNo(
        meaning="Y where the referral led to no further action",
        required=True,
        aliases=("nfa", "referral nfa?"),
        dfe_rule="8568",
    )
    primary_need = Code(
        meaning="Primary need; blank where there was no further action",
        allowed=PRIMARY_NEED,
        aliases=("primary need code", "primaryneedcode"),
        dfe_rule="8650",
    )
    close_date = Date(
        meaning="Date the case was closed; blank while it is open",
        not_before="referral_date",
        aliases=("cin closure date", "cinclosuredate"),
        dfe_order="8630",
    )
    close_reason = Code(
        meaning="Reason the case was closed",
        allowed=REASON_CASE_CLOSED,
        aliases=("reason for closure", "reasonforclosure"),
        dfe_rule="8640",
        known_from="close_date",
    )
    last_seen = Date(meaning="Date the child was last seen", aliases=("date child was last seen",), latest=True)
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
