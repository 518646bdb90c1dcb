"""The children and family social workers, as the workforce census counts them."""

from data.codes import REASON_WORKER_LEFT, WORKER_ABSENCE, WORKER_ROLE
from data.extract import Code, Date, Extract, Identifier, Number, Text, YesNo


class SocialWorkers(Extract):
    """Social workers: one row per registered children and family social worker, agency workers included.

    Everyone in post at any time in the 12 months up to the month end. `fte` is 1 for full time, 0.5 for half time.
    """

    one_row_per = ("worker_id",)
    dated_by = "start_date"

    worker_id = Identifier(
        meaning="The worker's identifier, the same in case allocations",
        required=True,
        unique=True,
        longest=30,
        aliases=("sw_id", "sweid", "social worker id"),
    )
    team = Text(meaning="Team at the month end", required=True)
    service = Text(meaning="Service the team belongs to", latest=True)
    role = Code(
        meaning="Role in the workforce census", required=True, allowed=WORKER_ROLE, aliases=("orgrole",), latest=True
    )
    fte = Number(
        meaning="Full-time equivalent at the month end",
        required=True,
        at_most=2,
        unusual_above=1,
        aliases=("ftes",),
        latest=True,
    )
    agency = YesNo(
        meaning="Y for an agency worker", required=True, aliases=("agencyworker", "agency worker"), latest=True
    )
    newly_qualified = YesNo(meaning="Y in the assessed and supported year", aliases=("nqsw", "asye"), latest=True)
    start_date = Date(meaning="Date the worker began here", required=True, aliases=("rolestartdate",))
    end_date = Date(meaning="Date the worker left; blank while in post", not_before="start_date")
    leaving_reason = Code(
        meaning="Reason the worker left",
        allowed=REASON_WORKER_LEFT,
        aliases=("leave_reason", "reasonleave"),
        known_from="end_date",
    )
    post_id = Identifier(meaning="Identifier of the post the worker holds", longest=30, latest=True)
    supervisor_id = Identifier(
        of="worker",
        meaning="Identifier of the worker's supervisor",
        longest=30,
        aliases=("manager_id", "line manager"),
        latest=True,
    )
    registered = YesNo(meaning="Y where registered with Social Work England", latest=True)
    absence = Code(
        meaning="Why the worker is absent at the month end; blank where at work",
        allowed=WORKER_ABSENCE,
        aliases=("absent_flag", "absence reason", "absent"),
        latest=True,
    )
    sick_days = Number(
        meaning="Working days lost to sickness in the 12 months up to the month end",
        at_most=262,
        unusual_above=130,
        aliases=("workingdayslost", "days lost to sickness"),
        latest=True,
    )
