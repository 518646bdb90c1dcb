"""Supervision of social workers by their managers."""

from data.codes import SUPERVISION_KIND
from data.extract import Code, Date, Extract, Identifier, Text, Whole, YesNo


class Supervision(Extract):
    """Supervision: one row per worker and session, one to one or in a group.

    Every session of the 12 months up to the month end; a group of six is six rows. What was said stays in the record:
    this is only that it took place.
    """

    dated_by = "supervision_date"

    supervision_id = Identifier(meaning="Identifier of the session, one for each worker", required=True, unique=True)
    worker_id = Identifier(
        meaning="The worker's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("sw_id", "supervisee"),
    )
    supervisor_id = Identifier(
        of="worker",
        meaning="The supervisor's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("supervisor",),
    )
    supervision_date = Date(meaning="Date of the session", required=True, aliases=("date of supervision",))
    kind = Code(meaning="One to one, or in a group", required=True, allowed=SUPERVISION_KIND)
    cases_discussed = Whole(meaning="How many cases were discussed", at_most=100, unusual_above=40)
    minutes = Whole(
        meaning="How many minutes the session took",
        at_least=1,
        at_most=600,
        unusual_above=240,
        aliases=("length in minutes",),
    )
    recorded_date = Date(
        meaning="Date the session was written up; blank while it has not been", not_before="supervision_date"
    )
    reflective = YesNo(meaning="Y where the record shows reflection on the work", known_from="recorded_date")
    team = Text(meaning="Team of the worker")
