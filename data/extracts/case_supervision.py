"""Supervision as the records of children show it."""

from data.extract import Date, Extract, Identifier, Text, YesNo
from data.identifiers import CHILD_ID


class CaseSupervision(Extract):
    """Case supervision: one row per child and day on which supervision was entered in the child's record.

    Every entry of the 12 months up to the month end. The text of the entry is not wanted.
    """

    one_row_per = ("child_id", "supervision_date")
    dated_by = "supervision_date"

    child_id = CHILD_ID
    supervision_date = Date(
        meaning="Date on which the case was discussed", required=True, aliases=("case supervision date",)
    )
    supervisor_id = Identifier(
        of="worker",
        meaning="The supervisor's identifier, as in the social workers extract",
        required=True,
        longest=30,
        aliases=("supervisor",),
    )
    reflective = YesNo(meaning="Y where the entry shows reflection on the work")
    team = Text(meaning="Team that holds the case at the month end", aliases=("allocated team",))
