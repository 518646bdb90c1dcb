"""Assignments of agency social workers, as they are told to DfE each quarter."""

from data.codes import AGENCY_ROLE
from data.extract import Code, Date, Extract, Identifier, Number, Text, YesNo


class AgencyAssignments(Extract):
    """Agency assignments: one row per assignment of an agency child and family social worker.

    Every assignment that was in force at any time in the 12 months up to the month end, those in project teams and
    other packages included. Leave `end_date` blank while it is in force; one that is made again after an end is a row
    of its own. Price and cap are pounds an hour as the region counts them for its cap.
    """

    one_row_per = ("worker_id", "start_date")

    assignment_id = Identifier(
        meaning="Identifier of the assignment",
        required=True,
        unique=True,
        aliases=("booking id", "assignment reference"),
    )
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("sw_id", "social worker id"),
    )
    role = Code(
        meaning="Core job type, to which the region's cap belongs",
        required=True,
        allowed=AGENCY_ROLE,
        aliases=("core job type", "job type"),
    )
    project_team = YesNo(
        meaning="Y where the worker came in a project team or another package",
        required=True,
        aliases=("project team or package", "packaged model"),
    )
    start_date = Date(meaning="Date the assignment began", required=True, aliases=("assignment start date",))
    end_date = Date(
        meaning="Date the assignment ended; blank while in force",
        not_before="start_date",
        aliases=("assignment end date",),
    )
    hourly_price = Number(
        meaning="Pounds an hour that the authority pays at the month end, or paid last",
        at_most=300,
        unusual_above=100,
        aliases=("hourly rate", "price per hour"),
        latest=True,
    )
    price_cap = Number(
        meaning="Pounds an hour of the region's cap for the job type at the month end; blank where there is none",
        at_most=300,
        unusual_above=100,
        aliases=("regional cap", "cap"),
        latest=True,
    )
    left_permanent_post = YesNo(
        meaning="Y where the worker had left a permanent post in the region within three months before it began",
        aliases=("left a permanent post nearby", "cool-off"),
    )
    team = Text(meaning="Team the worker is assigned to at the month end", aliases=("allocated team",))
