"""Which worker holds which child's case."""

from data.codes import ALLOCATED_AS, CASE_TYPE, REASON_WORKER_CHANGED
from data.extract import Code, Date, Extract, Identifier
from data.identifiers import CHILD_ID


class CaseAllocations(Extract):
    """Case allocations: one row per spell of a case with a worker.

    Every allocation open at any time in the 12 months up to the month end, one row per child, brothers and sisters
    included. Leave `end_date` blank while the worker holds the case.
    """

    dated_by = "start_date"

    allocation_id = Identifier(meaning="Allocation identifier from the case system", required=True, unique=True)
    child_id = CHILD_ID
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("sw_id", "social worker id", "allocated worker"),
    )
    allocated_as = Code(
        meaning="CASE for the allocated case worker", required=True, allowed=ALLOCATED_AS, aliases=("role",)
    )
    case_type = Code(meaning="Type of case at the month end", required=True, allowed=CASE_TYPE, latest=True)
    start_date = Date(meaning="Date the worker took the case", required=True, aliases=("sw_decom",))
    end_date = Date(
        meaning="Date the worker gave up the case; blank while held", not_before="start_date", aliases=("sw_dec",)
    )
    change_reason = Code(
        meaning="Reason for the change of worker",
        allowed=REASON_WORKER_CHANGED,
        aliases=("sw_reason",),
        known_from="end_date",
    )
    family_id = Identifier(
        meaning="Identifier of the family, the same for brothers and sisters", aliases=("family identifier",)
    )
