"""Looked-after children suspended or excluded from school."""

from data.codes import EXCLUSION
from data.extract import Code, Date, Extract, Identifier, Whole
from data.identifiers import CHILD_ID


class Exclusions(Extract):
    """Suspensions and exclusions of looked-after children: one row per child and suspension or exclusion.

    Everything that began in the 12 months up to the month end. A session is half a school day.
    """

    exclusion_id = Identifier(meaning="Identifier from the school or the case system", required=True, unique=True)
    child_id = CHILD_ID
    kind = Code(meaning="Suspended, or excluded for good", required=True, allowed=EXCLUSION)
    start_date = Date(meaning="Date it began", required=True, aliases=("suspension start",))
    sessions = Whole(
        meaning="Sessions lost to a suspension; no more than 45 days in a school year", at_most=90, unusual_above=20
    )
    school_urn = Identifier(
        meaning="Unique reference number of the school",
        pattern="[0-9]{6}",
        longest=6,
        aliases=("urn",),
        example="100001",
    )
