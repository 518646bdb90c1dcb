"""Children looked after, as episodes: the shape of the SSDA903 return."""

from data.codes import LEGAL_STATUS, PLACEMENT, PLACEMENT_PROVIDER, REASON_EPISODE_ENDED, REASON_EPISODE_STARTED
from data.extract import Code, Date, Extract, Text


class LookedAfterChildren(Extract):
    """Looked-after children: one row per episode, as in the SSDA903 return.

    Every episode open at any time in the 12 months up to the month end. A new episode begins when the placement or the
    legal status changes; leave `end_date` blank for the latest one of a child still looked after.
    Short breaks (V3, V4) are welcome; they are left out of every count.
    """

    one_open_per = "child_id"
    one_open_unless = {"legal_status": ("V3", "V4")}
    one_row_per = ("child_id", "start_date")
    dated_by = "start_date"

    child_id = Text(
        meaning="The child's identifier, as in the children extract",
        required=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
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
        meaning="Placement type", required=True, allowed=PLACEMENT, aliases=("place", "placement type"), dfe_rule="146"
    )
    placement_provider = Code(
        meaning="Who provides the placement", allowed=PLACEMENT_PROVIDER, aliases=("place_provider",)
    )
    end_date = Date(
        meaning="Date the episode ended; blank while it is open",
        not_before="start_date",
        aliases=("dec", "episode end date"),
        dfe_rule="147",
    )
    reason_ended = Code(
        meaning="Reason the episode ended; X1 when another follows",
        allowed=REASON_EPISODE_ENDED,
        aliases=("rec", "reason episode ceased"),
        dfe_rule="148",
    )
    team = Text(meaning="Team that holds the case at the month end", required=True, aliases=("allocated team",))
