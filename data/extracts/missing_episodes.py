"""Children missing from care or away without authorisation, and what they said on return."""

from data.codes import MISSING_OR_ABSENT
from data.extract import Code, Date, Extract, YesNo
from data.identifiers import CHILD_ID


class MissingEpisodes(Extract):
    """Missing episodes: one row per child and time missing or away from care.

    Every episode open at any time in the 12 months up to the month end. Leave `end_date` blank while the child is
    missing.
    """

    one_open_per = "child_id"
    one_row_per = ("child_id", "start_date")
    dated_by = "start_date"

    child_id = CHILD_ID
    kind = Code(
        meaning="Missing, or away without authorisation",
        required=True,
        allowed=MISSING_OR_ABSENT,
        aliases=("missing",),
        dfe_rule="1006",
    )
    start_date = Date(meaning="Date the child went missing", required=True, aliases=("mis_start",), dfe_rule="1004")
    end_date = Date(
        meaning="Date the child was found or came back; blank while missing",
        not_before="start_date",
        aliases=("mis_end",),
        dfe_rule="1005",
        dfe_order="567",
    )
    interview_offered = YesNo(
        meaning="Y where a return home interview was offered",
        aliases=("rhi_offered", "return interview offered?"),
        known_from="end_date",
    )
    interview_accepted = YesNo(
        meaning="Y where the child accepted it",
        aliases=("rhi_accepted", "return interview accepted?"),
        known_from="end_date",
    )
    interview_date = Date(meaning="Date of the return home interview", not_before="start_date", aliases=("rhi_date",))
