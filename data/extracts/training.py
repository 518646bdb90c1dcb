"""Who was trained in what."""

from data.codes import TRAINING_STATUS
from data.extract import Code, Date, Extract, Identifier, Text, YesNo


class Training(Extract):
    """Training: one row per worker, course and day.

    Everything completed, missed or booked in the 36 months up to the month end, so that a course taken two years ago
    and still in date is seen.
    """

    one_row_per = ("worker_id", "course", "training_date")
    window = "36 months"

    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("sw_id", "social worker id"),
    )
    course = Text(
        meaning="Name of the course, the same in every row", required=True, longest=60, aliases=("course name",)
    )
    training_date = Date(
        meaning="Date of the course; may lie ahead where booked", required=True, planned=True, aliases=("course date",)
    )
    status = Code(meaning="Booked, completed or missed", required=True, allowed=TRAINING_STATUS)
    valid_until = Date(
        meaning="Date until which it stays in date; blank where it does not run out",
        planned=True,
        not_before="training_date",
    )
    mandatory = YesNo(meaning="Y where every worker in the role must have it")
    team = Text(meaning="Team of the worker")
