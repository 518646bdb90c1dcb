"""Who the children are: the extract that every other one points to."""

from data.codes import DISABILITY, ETHNICITY, PREVIOUS_PERMANENCE, SEX
from data.extract import Code, Date, Extract, Identifier, Text, YesNo


class Children(Extract):
    """Children: one row per child or young person who appears in any other extract.

    Include care leavers up to 25. For an unborn child give the expected date of birth, and U for sex.
    Names, addresses, NHS numbers and UPNs are not wanted: columns that are not listed here are never stored.
    """

    one_row_per = ("child_id",)

    child_id = Identifier(
        meaning="The child's identifier in the case system, the same in every extract",
        required=True,
        unique=True,
        pattern="[A-Za-z0-9-]{1,20}",
        longest=20,
        aliases=("child", "child unique id", "lachildid", "child reference"),
        dfe_rule="1570",
    )
    date_of_birth = Date(
        meaning="Date of birth, or the expected date for an unborn child",
        required=True,
        planned=True,
        aliases=("dob", "personbirthdate", "birth date"),
        dfe_rule="102",
    )
    sex = Code(meaning="Sex as recorded", required=True, allowed=SEX, aliases=("gender",), dfe_rule="101")
    ethnicity = Code(meaning="Ethnic background", required=True, allowed=ETHNICITY, aliases=("ethnic",), dfe_rule="103")
    disability = Code(
        meaning="Main disability, or NONE",
        allowed=DISABILITY,
        aliases=("disabilities", "does the child have a disability"),
    )
    unaccompanied = YesNo(meaning="Unaccompanied asylum-seeking child", aliases=("uasc",))
    previous_permanence = Code(
        meaning="Permanent home that ended before the child came into care",
        allowed=PREVIOUS_PERMANENCE,
        aliases=("prev_perm",),
        dfe_rule="631",
    )
    previous_permanence_date = Text(
        meaning="Date of that order as the return writes it, with zz where the day or month is not known",
        longest=10,
        aliases=("date_perm",),
    )
