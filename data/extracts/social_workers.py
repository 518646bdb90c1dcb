"""The children and family social workers, as the workforce census counts them."""

from data.codes import WORKER_ROLE
from data.extract import Code, Date, Extract, Number, Text, YesNo


class SocialWorkers(Extract):
    """Social workers: one row per registered children and family social worker, agency workers included.

    Everyone in post at any time in the 12 months up to the month end. `fte` is 1 for full time, 0.5 for half time.
    """

    one_row_per = ("worker_id",)
    dated_by = "start_date"

    worker_id = Text(
        meaning="The worker's identifier, the same in case allocations",
        required=True,
        unique=True,
        longest=30,
        aliases=("sw_id", "sweid", "social worker id"),
    )
    team = Text(meaning="Team at the month end", required=True)
    service = Text(meaning="Service the team belongs to")
    role = Code(meaning="Role in the workforce census", required=True, allowed=WORKER_ROLE, aliases=("orgrole",))
    fte = Number(
        meaning="Full-time equivalent at the month end", required=True, at_most=2, unusual_above=1, aliases=("ftes",)
    )
    agency = YesNo(meaning="Y for an agency worker", required=True, aliases=("agencyworker", "agency worker"))
    newly_qualified = YesNo(meaning="Y in the assessed and supported year", aliases=("nqsw", "asye"))
    start_date = Date(meaning="Date the worker began here", required=True, aliases=("rolestartdate",))
    end_date = Date(meaning="Date the worker left; blank while in post", not_before="start_date")
