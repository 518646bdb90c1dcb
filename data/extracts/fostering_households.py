"""The authority's own foster households, from approval to de-registration."""

from data.codes import FOSTER_KIND, REASON_DEREGISTERED
from data.extract import Code, Date, Extract, Identifier, Whole


class FosteringHouseholds(Extract):
    """Fostering households: one row per household that the authority approved to foster.

    Every household that was approved at any time in the 12 months up to the month end; those of independent agencies
    are not among them. Leave `end_date` blank while the approval stands. Names and addresses are not wanted. A carer
    with a temporary approval alone is in the temporary approvals.
    """

    one_row_per = ("household_id", "approval_date")

    household_id = Identifier(
        of="carer",
        meaning="The household's identifier in the case system",
        required=True,
        longest=30,
        aliases=("fostering household id", "carer id"),
    )
    kind = Code(
        meaning="Whether approved for any child or for one they know",
        required=True,
        allowed=FOSTER_KIND,
        aliases=("carer type", "type of household"),
    )
    approval_date = Date(
        meaning="Date the household was approved to foster", required=True, aliases=("date approved", "approved on")
    )
    places = Whole(
        meaning="How many children it is approved for at the month end",
        at_most=20,
        unusual_above=4,
        aliases=("approved places",),
        latest=True,
    )
    places_vacant = Whole(
        meaning="How many of these are vacant and can be used at the month end; blank where not known",
        not_above="places",
        aliases=("vacancies", "vacant places"),
        latest=True,
    )
    end_date = Date(
        meaning="Date of de-registration; blank while approved",
        not_before="approval_date",
        aliases=("de-registration date", "deregistered on"),
    )
    end_reason = Code(
        meaning="Why the household was de-registered",
        allowed=REASON_DEREGISTERED,
        aliases=("de-registration reason",),
        known_from="end_date",
    )
