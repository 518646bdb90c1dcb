"""Children looked after, as episodes: the shape of the SSDA903 return."""

from data.codes import (
    CATEGORY_OF_NEED,
    LEGAL_STATUS,
    PERMANENCE_PLAN,
    PLACEMENT,
    PLACEMENT_LOCATION,
    PLACEMENT_PROVIDER,
    REASON_EPISODE_ENDED,
    REASON_EPISODE_STARTED,
    REASON_PLACEMENT_CHANGED,
)
from data.extract import Code, Date, Extract, Identifier, Number, Text
from data.identifiers import CHILD_ID


class LookedAfterChildren(Extract):
    """Looked-after children: one row per episode, as in the SSDA903 return.

    Every episode open at any time in the 24 months up to the month end. A new episode begins when the placement or the
    legal status changes; leave `end_date` blank for the latest one of a child still looked after.
    Short breaks (V3, V4) are welcome; they are left out of every count.
    """

    one_open_per = "child_id"
    one_open_unless = {"legal_status": ("V3", "V4")}
    one_row_per = ("child_id", "start_date")
    dated_by = "start_date"
    window = "24 months"

    child_id = CHILD_ID
    start_date = Date(
        meaning="Date the episode began", required=True, aliases=("decom", "episode start date"), dfe_rule="141"
    )
    reason_started = Code(
        meaning="Reason for the new episode",
        required=True,
        allowed=REASON_EPISODE_STARTED,
        aliases=("rne", "reason for new episode"),
        dfe_rule="143",
    )
    legal_status = Code(
        meaning="Legal status",
        required=True,
        allowed=LEGAL_STATUS,
        aliases=("ls", "child's legal status"),
        dfe_rule="144",
    )
    placement = Code(
        meaning="Placement type",
        required=True,
        allowed=PLACEMENT,
        as_at="end_date",
        aliases=("place", "placement type"),
        dfe_rule="146",
    )
    placement_provider = Code(
        meaning="Who provides the placement", allowed=PLACEMENT_PROVIDER, aliases=("place_provider",), dfe_rule="178"
    )
    end_date = Date(
        meaning="Date the episode ended; blank while it is open",
        not_before="start_date",
        aliases=("dec", "episode end date"),
        dfe_rule="147",
        dfe_order="356",
    )
    reason_ended = Code(
        meaning="Reason the episode ended; X1 when another follows",
        allowed=REASON_EPISODE_ENDED,
        aliases=("rec", "reason episode ceased"),
        dfe_rule="149",
        known_from="end_date",
    )
    category_of_need = Code(
        meaning="Category of need when the child came into care",
        allowed=CATEGORY_OF_NEED,
        aliases=("cin", "child's category of need"),
        dfe_rule="145",
    )
    place_change_reason = Code(
        meaning="Reason the placement ended, where another followed",
        allowed=REASON_PLACEMENT_CHANGED,
        aliases=("reason_place_change",),
        dfe_rule="1009",
        known_from="end_date",
    )
    urn = Identifier(
        meaning="Ofsted's unique reference number of the placement",
        longest=10,
        aliases=("urn of placement", "placement urn"),
    )
    distance = Number(
        meaning="Miles between home and placement; 999.9 where it cannot be known, as outside England",
        at_most=1000,
        unusual_above=350,
        not_known=999.9,
        aliases=("pl_distance", "placement distance"),
        dfe_rule="454",
    )
    placement_location = Code(
        meaning="Whether the placement lies inside the authority",
        allowed=PLACEMENT_LOCATION,
        aliases=("pl_location",),
        dfe_rule="179",
    )
    placement_authority = Identifier(
        meaning="Code of the authority the placement lies in, such as E09000005, or its name in England; outside it "
        "the code, as W06000015, or WAL, SCO, NIR, NUK (outside the United Kingdom) or CON (confidential)",
        pattern="[ENSW][0-9]{8}|WAL|SCO|NIR|NUK|CON",
        longest=9,
        aliases=("pl_la", "la of placement"),
        is_authority=True,
        dfe_rule="169",
        example="E09000005",
    )
    home_district = Text(
        meaning="First half of the home postcode, such as NW10",
        pattern="[A-Za-z]{1,2}[0-9][0-9A-Za-z]?",
        longest=4,
        example="NW10",
    )
    placement_district = Text(
        meaning="First half of the placement postcode, such as NW10",
        pattern="[A-Za-z]{1,2}[0-9][0-9A-Za-z]?",
        longest=4,
        example="NW10",
    )
    permanence_plan = Code(
        meaning="Permanence plan at the month end",
        allowed=PERMANENCE_PLAN,
        aliases=("what is the permanence plan for this child?",),
        latest=True,
    )
    care_began = Date(
        meaning="Date the present period of care began, where its first episode ended before the window",
        aliases=("date started to be looked after",),
    )
    placement_began = Date(
        meaning="Date the present placement began, a change of legal status or of home with the same carer left out",
        not_before="care_began",
        aliases=("start date of most recent placement",),
    )
    care_plan_date = Date(
        meaning="Date the care plan was last brought up to date", aliases=("care plan date",), latest=True
    )
    reviewing_officer_contact = Date(
        meaning="Date the independent reviewing officer last visited or spoke with the child",
        aliases=("date of last iro visit / contact",),
        latest=True,
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract", longest=30, aliases=("allocated worker",)
    )
