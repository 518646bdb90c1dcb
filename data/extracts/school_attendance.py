"""The school sessions that children with a social worker could attend, and those they missed."""

from data.codes import SPECIAL_NEEDS, YEAR_GROUP
from data.extract import Code, Extract, Identifier, Month, Whole
from data.identifiers import CHILD_ID


class SchoolAttendance(Extract):
    """School attendance: one row per child and month of the school year.

    Every month from September of the school year up to the month end, of every child who is looked after; and of those
    on a child protection plan or in need at the month end, or from April on at 31 March. Other pupils are left out. A
    session is half a school day; add a child's schools together where the child moved within the month. August has no
    sessions: upload the year as it stands.
    """

    one_row_per = ("child_id", "period")
    dated_by = "period"
    window = "the school year"

    child_id = CHILD_ID
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
    medical_appointments = Whole(
        meaning="Sessions lost to medical or dental appointments, code M",
        not_above="possible_sessions",
        aliases=("code_m",),
    )
    suspended = Whole(
        meaning="Sessions lost to suspension or exclusion, code E", not_above="possible_sessions", aliases=("code_e",)
    )
    ill = Whole(meaning="Sessions lost to illness, code I", not_above="possible_sessions", aliases=("code_i",))
    other_leave = Whole(
        meaning="Sessions lost to other leave, code C", not_above="possible_sessions", aliases=("code_c",)
    )
    school_urn = Identifier(
        meaning="Unique reference number of the school, the last one where there were several",
        pattern="[0-9]{6}",
        longest=6,
        aliases=("urn",),
        example="100001",
    )
    year_group = Code(
        meaning="National curriculum year", allowed=YEAR_GROUP, aliases=("nc_year", "national curriculum year")
    )
    special_needs = Code(meaning="Special educational needs", allowed=SPECIAL_NEEDS, aliases=("sen", "sen provision"))
