"""School attendance: what the sessions of a month must add up to."""

from validation.rules.question import Between
from validation.rules.severity import BLOCK

RULES = (
    Between(
        id="school_attendance.unauthorised_absence.more_than_possible",
        severity=BLOCK,
        sentence="{authorised_absence} authorised and {unauthorised_absence} unauthorised make {missed} sessions "
        "missed, more than the {possible_sessions} possible. Correct these figures.",
        sql="""
select
    row_number as row,
    authorised_absence,
    unauthorised_absence,
    authorised_absence + unauthorised_absence as missed,
    possible_sessions
from school_attendance
where authorised_absence + unauthorised_absence > possible_sessions
    and authorised_absence <= possible_sessions
    and unauthorised_absence <= possible_sessions
""",
    ),
)
