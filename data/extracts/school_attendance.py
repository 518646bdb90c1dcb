"""The school sessions that looked-after children could attend, and those they missed."""

from data.extract import Extract, Month, Text, Whole


class SchoolAttendance(Extract):
    """School attendance of looked-after children: one row per child and month of the school year.

    Every month from September of the school year up to the month end. A session is half a school day; add a child's
    schools together where the child moved within the month. August has no sessions: upload the year as it stands.
    """

    one_row_per = ("child_id", "period")
    dated_by = "period"
    window = "the school year"

    child_id = Text(
        meaning="The child's identifier, as in the children extract",
        required=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id"),
    )
    period = Month(meaning="Month the sessions fall in, such as 2026-10", required=True, aliases=("month",))
    possible_sessions = Whole(
        meaning="Sessions the child could have attended",
        required=True,
        at_most=62,
        unusual_above=46,
        aliases=("possible",),
    )
    authorised_absence = Whole(
        meaning="Sessions missed with leave",
        required=True,
        not_above="possible_sessions",
        aliases=("auth_absent", "authorised"),
    )
    unauthorised_absence = Whole(
        meaning="Sessions missed without leave",
        required=True,
        not_above="possible_sessions",
        aliases=("unauth_absent", "unauthorised"),
    )
