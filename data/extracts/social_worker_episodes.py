"""Which social worker each looked-after child has had, as the SSDA903 return lists them."""

from data.codes import REASON_WORKER_CHANGED
from data.extract import Code, Date, Extract, Identifier
from data.identifiers import CHILD_ID


class SocialWorkerEpisodes(Extract):
    """Social worker episodes: one row per looked-after child and spell with a social worker.

    Every spell open at any time in the 12 months up to the month end, those before the child came into care included.
    Leave `end_date` blank while the worker has the case.
    """

    one_open_per = "child_id"
    one_row_per = ("child_id", "start_date")
    dated_by = "start_date"

    child_id = CHILD_ID
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("sw_id", "social worker id"),
    )
    start_date = Date(meaning="Date the worker took the case", required=True, aliases=("sw_decom",), dfe_rule="SW04")
    end_date = Date(
        meaning="Date the worker gave up the case; blank while held",
        not_before="start_date",
        aliases=("sw_dec",),
        dfe_rule="SW05",
    )
    change_reason = Code(
        meaning="Reason for the change of worker",
        allowed=REASON_WORKER_CHANGED,
        aliases=("sw_reason",),
        dfe_rule="SW13",
        known_from="end_date",
    )
